package dev.pitwall.agent.entry;
