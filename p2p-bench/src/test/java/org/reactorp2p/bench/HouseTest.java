/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The bench looks in through every window, and its own rooms are in order. */
@AnalyzeClasses(
    packages = "org.reactorp2p.bench",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

  @ArchTest
  static final ArchRule no_round_trips =
      slices().matching("org.reactorp2p.bench.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule reports_know_no_benchmark =
      noClasses()
          .that()
          .resideInAPackage("org.reactorp2p.bench.report")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.reactorp2p.core..", "org.reactorp2p.crypto..", "reactor..");

  @ArchTest
  static final ArchRule names_say_what_things_are =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveNameMatching(".*(Manager|Helper|Utils?|Common)");
}
