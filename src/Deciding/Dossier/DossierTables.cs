using System.Globalization;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Papers;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Processes.Links;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Targets;
using Pupitre.ProcessMap.Agreements;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.Deciding.Dossier;

/// <summary>The tables of a process file.</summary>
internal static class DossierTables
{
    public static PaperBlock.Table Of(IReadOnlyList<(string Label, string Value)> fields) => new(
        [Texts.Dossier_What, Texts.Dossier_Said], [.. fields.Select(field => (IReadOnlyList<string>)[field.Label, field.Value])],
            [0.28, 0.72], [false, false]);

    public static PaperBlock.Table Of(IReadOnlyList<StepFact> steps) => new(
        [Texts.Dossier_Rank, Texts.Step_Name, Texts.Step_Role, Texts.Step_Tool, Texts.Step_Minutes, Texts.Step_WaitShort,
            Texts.Step_ShareShort],
        [
            .. steps.Index().Select(step => (IReadOnlyList<string>)
            [
                Number(step.Index + 1), StepWords.Documents(step.Item) is { } papers ? step.Item.Name + ". " + papers : step.Item.Name,
                step.Item.Role ?? Texts.Step_NoRole, step.Item.Tool ?? "—", step.Item.Minutes is { } minutes ? Number(minutes)
                    : Texts.Step_Unknown,
                step.Item.WaitHours is { } hours ? Texts.Time_Hours.With(hours) : "—", Texts.Step_Percent.With(step.Item.SharePercent),
            ]),
        ],
        [0.06, 0.36, 0.17, 0.15, 0.09, 0.09, 0.08], [true, false, false, false, true, true, true]);

    /// <summary>Who plays which part, the pilot first.</summary>
    public static PaperBlock.Table OfPeople(MapProcess process)
    {
        var parts = process.Parts.ToLookup(part => part.Person.Id);
        return new(
            [Texts.Dossier_Who, Texts.Dossier_Parts, Texts.Dossier_KnowHow],
            [
                .. process.People.Select(person => (IReadOnlyList<string>)
                [
                    person.Name,
                    string.Join(", ", new[]
                    {
                        process.Pilot?.Id == person.Id ? Texts.Role_Accountable : null,
                        process.Deputy?.Id == person.Id ? Texts.Process_Deputy : null,
                    }.OfType<string>().Concat(parts[person.Id].Where(part => part.Duty is not null)
                        .Select(part => RoleWords.Of(part.Duty!.Value)))),
                    parts[person.Id].Select(part => part.Level).OfType<KnowHowLevel>().Select(RoleWords.Of).FirstOrDefault() ?? "—",
                ]),
            ],
            [0.34, 0.4, 0.26], [false, false, false]);
    }

    public static PaperBlock.Table Of(IReadOnlyList<DossierLink> links) => new(
        [Texts.Link_Way, Texts.Link_Other, Texts.Link_Passes, Texts.Link_Days],
        [
            .. links.Select(link => (IReadOnlyList<string>)
                [link.IsFed ? Texts.Link_Receives : Texts.Link_Feeds, link.Other, link.Passes, LinkWords.Days(link.Days)]),
        ],
        [0.16, 0.32, 0.36, 0.16], [false, false, false, false]);

    public static PaperBlock.Table Of(IReadOnlyList<RekeyingLine> rekeyings) => new(
        [Texts.Rekeying_FromTool, Texts.Rekeying_ToTool, Texts.Rekeying_Fields, Texts.Rekeying_MinutesShort, Texts.Dossier_Who],
        [
            .. rekeyings.Select(row => (IReadOnlyList<string>)
                [row.FromTool, row.ToTool, row.Fields, RekeyingWords.Minutes(row.MinutesAMonth), row.Who ?? "—"]),
        ],
        [0.2, 0.2, 0.3, 0.12, 0.18], [false, false, false, true, false]);

    public static PaperBlock.Table Of(IReadOnlyList<TargetStep> steps) => new(
        [Texts.Target_Step, Texts.Target_StepKind, Texts.Target_StepRole, Texts.Target_StepNext],
        [.. steps.Select(step => (IReadOnlyList<string>)[step.Name, step.Kind, step.Role ?? "—", step.LeadsTo])],
        [0.3, 0.17, 0.2, 0.33], [false, false, false, false]);

    public static PaperBlock.Table Of(IReadOnlyList<DossierAgreement> agreements, DateTimeZone zone) => new(
        [Texts.Dossier_Who, Texts.Agreement_AskedOn, Texts.Agreement_Answer, Texts.Target_Hash],
        [
            .. agreements.Select(row => (IReadOnlyList<string>)
            [
                row.Person, Moments.Short(row.AskedAt, zone),
                SnapshotWords.Of(row.Answer) + (row.AnsweredAt is { } at ? ", " + Moments.Short(at, zone) : "")
                    + (row.Remark is { } remark ? ". " + remark : ""),
                row.Hash,
            ]),
        ],
        [0.2, 0.16, 0.32, 0.32], [false, false, false, false]);

    private static string Number(int value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
