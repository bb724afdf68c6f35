package dev.pitwall.distribution.app;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** The desk as an OSGi bundle. */
public final class DeskBundle implements BundleActivator {

  @Override
  public void start(BundleContext context) {
    Thread.currentThread().setContextClassLoader(DeskBundle.class.getClassLoader());
    DeskApp.main(new String[0]);
    System.out.println("bundle " + context.getBundle().getSymbolicName());
  }

  @Override
  public void stop(BundleContext context) {}
}
