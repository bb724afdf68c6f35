package dev.pitwall.bridge.statement;

/**
 * What an application says of a run that no framework can know. Texts that stand for closed sets
 * are the values of the conventions.
 */
public sealed interface Statement
    permits Accepted,
        Accessed,
        Answered,
        Asked,
        Authorized,
        Blocked,
        Created,
        Declined,
        Diverted,
        Done,
        Finished,
        Judged,
        Offered,
        Paused,
        Progressed,
        Reached,
        Recovered,
        Resumed,
        Revoked,
        Reworked,
        Scored,
        Started {}
