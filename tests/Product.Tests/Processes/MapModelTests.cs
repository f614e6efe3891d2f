using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Pupitre.Processes;
using Pupitre.Processes.Catalogue;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;

namespace Pupitre.Product.Tests.Processes;

/// <summary>What the map computes and refuses, and what the catalogue says, without any page.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class MapModelTests
{
    [Fact]
    public void A_step_counts_as_often_as_cases_take_it()
    {
        var load = Workload.Of([Step("Saisir", "Comptable", 6), Step("Relancer", "Assistant", 10, share: 20)], new ProcessFigures(YearlyVolume: 120, MinutesEach: 99, CostPerHour: 30m, ErrorPercent: 5m, ErrorCost: 40m));

        load.MinutesEach.ShouldBe(8m, "The steps lead, and not the estimate of the whole.");
        load.MinutesAMonth.ShouldBe(80m);
        load.CostAYear.ShouldBe(480m);
        load.ErrorsAYear.ShouldBe(240m);
        load.Roles.Select(role => (role.Role, role.MinutesAMonth)).ShouldBe([("Comptable", 60m), ("Assistant", 20m)]);
    }

    [Fact]
    public void What_nobody_knows_is_counted_and_not_taken_for_nothing()
    {
        var load = Workload.Of([Step("Saisir", "Comptable", null), Step("Payer", "comptable", 4), Step("Classer", "Comptâble", 1)], new ProcessFigures(null, null, null, null, null));

        load.UnknownSteps.ShouldBe(1);
        load.MinutesEach.ShouldBe(5m);
        load.Roles.Single().Role.ShouldBe("comptable", "Accents and capitals make no other role.");
        load.MinutesAMonth.ShouldBeNull();
        load.CostAYear.ShouldBeNull();
    }

    [Fact]
    public void Without_steps_the_estimate_of_the_whole_counts() =>
        Workload.Of([], new ProcessFigures(12, 90, null, null, null)).MinutesAMonth.ShouldBe(90m);

    [Theory]
    [InlineData(101, 5, nameof(StepInput.SharePercent))]
    [InlineData(0, 5, nameof(StepInput.SharePercent))]
    [InlineData(100, -1, nameof(StepInput.Minutes))]
    public void Impossible_figures_are_refused_where_they_stand(int share, int minutes, string field)
    {
        var problem = StepRules.Check([Input("Recevoir", 1), new StepInput { Name = "Saisir", SharePercent = share, Minutes = minutes }]).Single();

        problem.Row.ShouldBe(1);
        problem.Field.ShouldBe(field);
        problem.Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Details_without_a_name_are_refused_rather_than_lost() =>
        StepRules.Check([new StepInput { Role = "Comptable" }]).Single().Field.ShouldBe(nameof(StepInput.Name));

    [Fact]
    public void A_step_that_is_given_the_place_of_another_goes_before_it() =>
        StepRules.InOrder([Input("A", 1), Input("B", 2), Input("C", 3), Input("neu", 2), Input("fin", null), new StepInput()])
            .Select(step => step.Name).ShouldBe(["A", "neu", "B", "C", "fin"]);

    [Theory]
    [InlineData("100 100 100 100 180 100 100 0 100 100 100 120", "100 100 100 100 180 100 100 0 100 100 100 120")]
    [InlineData("1;1;1;1;1;1;1;1;1;1;1;2", "1 1 1 1 1 1 1 1 1 1 1 2")]
    [InlineData("100 100", null)]
    [InlineData("0 0 0 0 0 0 0 0 0 0 0 0", null)]
    [InlineData("100 100 100 100 100 100 100 100 100 100 100 -5", null)]
    public void Seasons_are_twelve_whole_numbers(string text, string? read) => Seasons.Read(text)?.ToString().ShouldBe(read);

    [Fact]
    public void The_catalogue_reads_whole()
    {
        ReadyProcesses.All.Count.ShouldBeGreaterThanOrEqualTo(40);
        ReadyProcesses.All.Select(ready => ready.Domain).Distinct().Count().ShouldBe(Enum.GetValues<Domain>().Length);
        ReadyProcesses.All.ShouldAllBe(ready => ready.Steps.Count >= 3 && ready.Risks.Count > 0 && ready.Controls.Count > 0 && ready.Commitments.Count > 0);
        ReadyProcesses.All.ShouldAllBe(ready => ready.Steps.All(step => step.Minutes > 0));
        ReadyProcesses.All.SelectMany(ready => ready.Deadlines).ShouldAllBe(deadline => deadline.Source.Length > 0);
        ReadyProcesses.All.SelectMany(ready => ready.Commitments).Distinct().ShouldAllBe(number => Pupitre.Sourcing.Commitments.CommitmentTemplates.Find(number) != null);
    }

    [Fact]
    public void Every_ready_process_makes_inputs_that_the_form_would_take()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        foreach (var ready in ReadyProcesses.All)
        {
            StepRules.Check(TakeReadyProcess.StepsOf(ready)).ShouldBeEmpty(ready.Key);
            var input = TakeReadyProcess.InputOf(ready);
            Validator.TryValidateObject(input, new ValidationContext(input), null, validateAllProperties: true).ShouldBeTrue(ready.Key);
        }
    }

    [Theory]
    [InlineData("\"minutes\": 3", "\"minutes\": 0", "impossible figure")]
    [InlineData("\"by\": \"assistant\"", "\"by\": \"stranger\"", "role that does not exist: stranger")]
    [InlineData(" | Receive", "", "lacks one of the two languages")]
    [InlineData("SupplierInvoiceRecorded", "NoSuchCommitment", "ready commitment that does not exist: NoSuchCommitment")]
    [InlineData("\"terms\"]", "\"nowhere\"]", "deadline that does not exist: nowhere")]
    [InlineData("\"volume\": 1", "\"volume\": 1, \"colour\": 2", "cannot be read")]
    public void A_mistake_in_the_data_is_named(string right, string wrong, string said)
    {
        ReadCatalogueData.Run(Words, [File]).Single().Deadlines.Single().Source.ShouldBe("Code de commerce, art. L441-10");

        var problem = Should.Throw<InvalidDataException>(() => ReadCatalogueData.Run(Words, [File.Replace(right, wrong, StringComparison.Ordinal)]));

        problem.Message.ShouldContain(said);
    }

    [Fact]
    public void A_deadline_without_a_source_is_a_mistake() =>
        Should.Throw<InvalidDataException>(() => ReadCatalogueData.Run(Words.Replace("Code de commerce, art. L441-10", "", StringComparison.Ordinal), [File])).Message.ShouldContain("no source");

    [Fact]
    public void The_catalogue_is_searched_without_accents_down_to_its_documents()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        ReadyProcesses.Search("recepisse", null).Select(ready => ready.Key).ShouldContain("general-meeting");
        ReadyProcesses.Search("DPAE embauche", null).Select(ready => ready.Key).ShouldBe(["hiring"]);
        ReadyProcesses.Search("embauche", Domain.Legal).ShouldBeEmpty();
    }

    private const string Words = """
        { "roles": { "assistant": "Assistant | Assistant" }, "documents": { "invoice": "Facture | Invoice" },
          "deadlines": { "terms": { "says": "Trente jours | Thirty days", "source": "Code de commerce, art. L441-10", "isSure": true } } }
        """;

    private const string File = """
        [ { "key": "one", "domain": "Accounting", "name": "Facture | Invoice", "purpose": "Payer | Pay", "trigger": "Arrivée | Arrival", "result": "Payée | Paid", "customer": "Achats | Purchasing",
            "volume": 1, "per": "Month", "criticality": "High", "sensitive": ["Bank"],
            "steps": [ { "do": "Recevoir | Receive", "by": "assistant", "minutes": 3, "in": ["invoice"] } ],
            "risks": ["Double | Twice"], "controls": ["Relire | Read again"], "deadlines": ["terms"], "commitments": ["SupplierInvoiceRecorded"] } ]
        """;

    private static StepFact Step(string name, string role, int? minutes, int share = 100) => new(name, role, null, minutes, null, share, [], []);

    private static StepInput Input(string name, int? place) => new() { Name = name, Place = place };
}
