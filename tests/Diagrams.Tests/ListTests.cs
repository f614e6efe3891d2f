using CsCheck;
using Pupitre.Kernel;

namespace Pupitre.Diagrams.Tests;

/// <summary>A drawing becomes a list of steps again.</summary>
public sealed class ListTests
{
    [Fact]
    public void A_drawing_made_from_a_list_gives_its_steps_and_roles_back()
    {
        var steps = ListSteps.Run(DrawSteps.Run("Facture fournisseur", Given.Payment));

        steps.Select(step => (step.Name, step.Role)).ShouldBe(Given.Payment.Select(step => (step.Name, step.Role)), ignoreOrder: true);
    }

    [Fact]
    public void What_a_choice_leaves_out_is_for_some_cases_with_its_share_and_what_is_parallel_is_for_all()
    {
        var steps = ListSteps.Run(DrawSteps.Run("Mixte",
        [
            new("a", "Ouvrir", "Nous", [new("b", Condition: "dans 30 % des cas"), new("c", Condition: "sinon")]),
            new("b", "Vérifier", "Nous", [new("c")]),
            new("c", "Traiter", "Nous", [new("d"), new("e")]),
            new("d", "Payer", "Cabinet", [new("f")]),
            new("e", "Classer", "Nous", [new("f")]),
            new("f", "Clore", "Nous", []),
        ]));

        steps.Select(step => step.Name).First().ShouldBe("Ouvrir");
        steps.Select(step => step.Name).Last().ShouldBe("Clore");
        steps.Where(step => step.IsForSome).Select(step => (step.Name, step.Share)).ShouldBe([("Vérifier", (decimal?)30)]);
    }

    [Fact]
    public void A_circle_is_said_once_and_what_only_a_repetition_passes_is_for_some()
    {
        var steps = ListSteps.Run(DrawSteps.Run("Relance",
        [
            new("a", "Relancer", "Nous", [new("b")]),
            new("b", "Vérifier", "Nous", [new("r", 40, "impayé"), new("c", 60, "payé")]),
            new("r", "Appeler", "Nous", [new("b")]),
            new("c", "Classer", "Nous", []),
        ]));

        steps.Select(step => (step.Name, step.IsForSome))
            .ShouldBe([("Relancer", false), ("Vérifier", false), ("Appeler", true), ("Classer", false)], ignoreOrder: true);
        steps.Single(step => step.Name == "Appeler").Share.ShouldBe(40);
    }

    // Lists as they are typed: a row of steps of which some are for some cases only, the first and the last for all.
    [Fact]
    public void Any_row_of_steps_comes_back_in_its_order() =>
        Gen.Select(Gen.Bool.Array[0, 8], Gen.Int[1, 99].Array[8]).Sample((some, shares) =>
        {
            bool[] isForSome = [false, .. some, false];
            var drawn = isForSome.Select((_, at) => new ProcessStep(Key(at), "Étape " + Key(at), at % 2 == 0 ? "Nous" : "Cabinet",
                [.. After(at)])).ToList();

            var listed = ListSteps.Run(DrawSteps.Run("Suite", drawn));

            listed.Select(step => step.Name).ShouldBe(drawn.Select(step => step.Name), ignoreOrder: true);
            listed.ToDictionary(step => step.Name, step => step.IsForSome)
                .ShouldBe(drawn.Select((step, at) => KeyValuePair.Create(step.Name, isForSome[at])), ignoreOrder: true);
            listed.Where(step => !step.IsForSome).Select(step => step.Name).ShouldBe(drawn.Where((_, at) => !isForSome[at])
                .Select(step => step.Name));

            IEnumerable<NextStep> After(int at)
            {
                var common = Enumerable.Range(at + 1, isForSome.Length - at - 1).Where(next => !isForSome[next])
                    .Select(next => (int?)next).FirstOrDefault();
                if (common is null)
                {
                    return [];
                }

                var optional = Enumerable.Range(at + 1, common.Value - at - 1)
                    .Select(next => new NextStep(Key(next), Condition: $"dans {shares[next - 1]} % des cas")).ToList();
                return [.. optional, new NextStep(Key(common.Value), Condition: optional.Count > 0 ? "sinon" : null)];
            }

            static string Key(int at) => (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }, iter: 200);

    [Fact]
    public void Refuses_more_steps_than_a_list_has()
    {
        var many = string.Concat(Enumerable.Range(0, ListSteps.MaxSteps + 1).Select(at => $"""<task id="t{at}" name="{at}"/>"""));
        var document = BpmnDocument.Read(System.Text.Encoding.UTF8.GetBytes(
            $"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">{many}</process></definitions>"""));

        Should.Throw<Refused>(() => ListSteps.Run(document)).Message.ShouldContain("étapes");
    }

    [Fact]
    public void Every_real_drawing_is_listed_without_losing_or_inventing_a_step()
    {
        foreach (var (name, content) in Corpus.Drawings())
        {
            var document = BpmnDocument.Read(content);
            var outermost = document.Elements.Count(element =>
                element.Kind == ElementKind.Activity && (element.Scope is null
                    || document.Find(element.Scope) is not { Kind: ElementKind.Activity }));

            ListSteps.Run(document).Select(step => step.Id).Distinct().Count().ShouldBe(outermost, name);
        }
    }
}
