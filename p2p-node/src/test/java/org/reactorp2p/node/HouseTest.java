/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.reactorp2p.node",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

  @ArchTest
  static final ArchRule no_round_trips =
      slices().matching("org.reactorp2p.node.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_frame_knows_no_command =
      noClasses()
          .that()
          .resideInAPackage("org.reactorp2p.node.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.reactorp2p.node.config..",
              "org.reactorp2p.node.identity..",
              "org.reactorp2p.node.daemon..",
              "org.reactorp2p.node.churn..",
              "org.reactorp2p.node.swarm..",
              "org.reactorp2p.node.replay..",
              "org.reactorp2p.node.simulate..");

  @ArchTest
  static final ArchRule netty_stays_behind_its_wall =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.netty..", "reactor.netty..");

  @ArchTest
  static final ArchRule the_bench_looks_in_and_nobody_looks_back =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.reactorp2p.bench..");
}
