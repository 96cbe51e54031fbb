/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The cellar of secrets checks itself: its rooms in their order, and nobody else's things in it.
 */
@AnalyzeClasses(
    packages = "org.reactorp2p.crypto",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
  private static final String CRYPTO = "org.reactorp2p.crypto.";

  @ArchTest
  static final ArchRule stairs_lead_down =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("hash")
          .definedBy(CRYPTO + "hash..")
          .layer("identity")
          .definedBy(CRYPTO + "identity..")
          .layer("box")
          .definedBy(CRYPTO + "box..")
          .layer("session")
          .definedBy(CRYPTO + "session..")
          .whereLayer("hash")
          .mayNotAccessAnyLayer()
          .whereLayer("identity")
          .mayOnlyAccessLayers("hash")
          .whereLayer("box")
          .mayOnlyAccessLayers("hash", "identity")
          .whereLayer("session")
          .mayOnlyAccessLayers("hash", "identity", "box");

  @ArchTest
  static final ArchRule no_round_trips =
      slices().matching("org.reactorp2p.crypto.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_the_jdk_and_bouncy_castle_come_in =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.reactorp2p.crypto..",
              "java..",
              "jdk.incubator.vector..",
              "org.bouncycastle..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule bouncy_castle_serves_the_curve_only =
      noClasses()
          .that()
          .resideOutsideOfPackage(CRYPTO + "identity..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..");

  @ArchTest
  static final ArchRule chance_comes_in_by_the_door =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.security.SecureRandom");

  @ArchTest
  static final ArchRule threads_are_lent_never_made =
      noClasses()
          .should()
          .callConstructor(Thread.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.Executors");
}
