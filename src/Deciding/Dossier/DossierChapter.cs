using System.Globalization;
using NodaTime;
using Pupitre.Deciding.Decisions;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Kernel;
using Pupitre.Papers;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Targets;
using Pupitre.ProcessMap.Criticals;

namespace Pupitre.Deciding.Dossier;

/// <summary>The chapter of one process. What nobody has said stands in one line at its end: an empty table tells nothing.</summary>
internal sealed class DossierChapter(DossierProcess process, DateTimeZone zone, bool withNames)
{
    private readonly List<string> _missing = [];

    private Process Row => process.Row;

    public IEnumerable<PaperBlock> Blocks()
    {
        List<PaperBlock> blocks =
        [
            new PaperBlock.Chapter(process.Map.Name),
            DossierTables.Of([.. Fields()]),
            .. Part(Texts.Dossier_Steps, process.Steps.Count, () =>
                [new PaperBlock.Paragraph(StepWords.Sum(Work())), DossierTables.Of(process.Steps)]),
            .. Part(Texts.Dossier_People, process.Map.People.Count(), () =>
                [DossierTables.OfPeople(process.Map), new PaperBlock.Paragraph(HangsOn())]),
            .. Part(Texts.Dossier_Tools, process.Map.AllTools.Count(), () =>
                [new PaperBlock.Paragraph(string.Join(", ", process.Map.AllTools.Select(tool => tool.Name)))]),
            .. Part(Texts.Map_Rekeyings, process.Map.Rekeyings.Count, () => [DossierTables.Of(process.Map.Rekeyings)]),
            .. Part(Texts.Map_Links, process.Links.Count, () => [DossierTables.Of(process.Links)]),
            .. Critical(),
            .. Part(Texts.Ready_Target, process.Target is null ? 0 : 1, Target),
            .. Part(Texts.Agreement_Title, process.Agreements.Count, () => [DossierTables.Of(process.Agreements, zone)]),
            new PaperBlock.Heading(Texts.Diagnosis_Verdict),
            new PaperBlock.Paragraph(VerdictWords.Of(process.Diagnosis.Verdict.Kind) + ". " + VerdictWords.Sentence(
                process.Diagnosis.Verdict)),
            .. Part(Texts.Map_Decisions, process.Decisions.Count, () =>
                process.Decisions.SelectMany(decision => DossierDecision.Blocks(decision, zone, withNames))),
        ];
        if (_missing.Count > 0)
        {
            blocks.Add(new PaperBlock.Paragraph(Texts.Dossier_Missing.With(string.Join(", ", _missing)
                .ToLower(CultureInfo.CurrentCulture))));
        }

        return blocks.Concat(Drawings());
    }

    private IEnumerable<PaperBlock> Part(string title, int count, Func<IEnumerable<PaperBlock>> blocks)
    {
        if (count == 0)
        {
            _missing.Add(title);
            return [];
        }

        return [new PaperBlock.Heading(title), .. blocks()];
    }

    private IEnumerable<(string Label, string Value)> Fields() => new (string Label, string? Value)[]
    {
        (Texts.Process_Purpose, Row.Purpose),
        (Texts.Process_Domain, ProcessWords.Of(Row.Domain)),
        (Texts.Process_Pilot, process.Map.Pilot?.Name ?? Texts.Process_ToName),
        (Texts.Process_Deputy, process.Map.Deputy?.Name ?? Texts.Process_ToName),
        (Texts.Process_Criticality, ProcessWords.Of(Row.Criticality)),
        (Texts.Process_Volume, Row.Volume is { } volume ? ProcessWords.Volume(volume, Row.VolumePer) : null),
        (Texts.Process_Trigger, Row.Trigger),
        (Texts.Process_Result, Row.Result),
        (Texts.Process_Customer, Row.CustomerInside),
        (Texts.Process_Deadline, Row.LegalDeadline),
        (Texts.Process_CostPerHour, Row.CostPerHour is { } cost ? Texts.Money_PerHour.With(Figure(cost)) : null),
        (Texts.Process_ErrorPercent, Row.ErrorPercent is { } percent ? Texts.Step_Percent.With(Figure(percent)) : Texts.Process_Unknown),
        (Texts.Process_ErrorCost, Row.ErrorCost is { } error ? ProcessWords.Euros(error) : Texts.Process_Unknown),
        (Texts.Process_Sensitive, ProcessWords.Listed(Row.Sensitive)),
        (Texts.Dossier_Providers, string.Join(", ", process.Map.Providers.Select(provider => provider.Name))),
        (Texts.Dossier_Kept, string.Join(", ", process.Kept.Select(rate =>
            Texts.Dossier_KeptRate.With(rate.Kept, rate.Base, rate.UnitMany)))),
    }.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => (field.Label, field.Value!));

    private Workload Work() => Workload.Of(
        process.Steps, new ProcessFigures(Row.YearlyVolume, Row.MinutesEach, Row.CostPerHour, Row.ErrorPercent, Row.ErrorCost));

    private string HangsOn() => process.Map.Dependency switch
    {
        Dependency.OnePerson => Texts.Role_SumOne.With(process.Map.Able.First().Name),
        Dependency.Shared => Texts.Role_SumShared.With(process.Map.Able.Count()),
        Dependency.Nobody => Texts.Role_SumNobody,
        _ => Texts.Role_OpenKnowHow,
    };

    private IEnumerable<PaperBlock> Critical()
    {
        var score = RankFlows.ScoreOf(process.Map);
        return
        [
            new PaperBlock.Heading(Texts.Dossier_Critical.With(FlowWords.Points(score))),
            .. score.Parts.Select(part => new PaperBlock.Paragraph(
                Texts.Flow_Line.With(FlowWords.Of(part.Criterion), FlowWords.Explained(process.Map, part)))),
        ];
    }

    private IEnumerable<PaperBlock> Target()
    {
        var version = process.Target!.Version;
        yield return new PaperBlock.Paragraph(Texts.Dossier_TargetIs.With(
            version.Number, version.FileName, version.PublishedAt is { } at ? Moments.Short(at, zone) : "—", version.Hash));
        if (version.Explanation is { } explanation)
        {
            yield return new PaperBlock.Paragraph(Texts.Dossier_TargetExplained.With(explanation));
        }

        if (process.Target.Diagram is { } diagram)
        {
            yield return DossierTables.Of(TargetStep.Of(diagram.Document));
        }
    }

    // Last, as their pages lie on their side.
    private IEnumerable<PaperBlock> Drawings() => process.Target is { Diagram: { } diagram } target
        ? Enumerable.Range(0, diagram.Drawings.Length).Select(at => new PaperBlock.Drawing(
            Texts.Dossier_Drawing.With(process.Map.Name, target.Version.Number), target.Svg(at, isAlone: false)))
        : [];

    private static string Figure(decimal value) => value.ToString("0.##", CultureInfo.CurrentCulture);
}
