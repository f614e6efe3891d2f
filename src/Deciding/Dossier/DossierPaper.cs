using NodaTime;
using Pupitre.Kernel;
using Pupitre.Papers;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Processes;
using Pupitre.Processes.Rekeyings;
using Pupitre.ProcessMap.Criticals;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.Deciding.Dossier;

/// <summary>Writes a part of a process file as a paper: cover, contents, what stands out over all of it, then a chapter for each
/// process.</summary>
internal sealed class DossierPaper(DossierOutline outline, DateTimeZone zone)
{
    /// <summary>Processes of one paper: a larger file is cut into several.</summary>
    public const int MaxProcesses = 200;

    /// <summary>Processes of each of several: a paper is held in memory while it is written, some two megabytes for each.</summary>
    private const int OfEach = 50;

    /// <summary>How many processes go into each paper of so many.</summary>
    public static int PartSize(int processes) => processes <= MaxProcesses ? MaxProcesses : OfEach;

    // A chapter takes two to four pages, more with a large drawing.
    private const int MaxPages = 3_000;

    public string Day => Moments.Long(outline.MadeAt.InZone(zone).Date.ToDateOnly());

    /// <param name="processes">Those of the part, in their order.</param>
    /// <param name="part">Number of the part, from 1.</param>
    /// <param name="parts">Of how many.</param>
    public Paper Write(IReadOnlyList<DossierProcess> processes, int part, int parts)
    {
        var title = parts == 1 ? Texts.Dossier_PaperTitle : Texts.Dossier_PaperPart.With(part, parts);
        return new Paper(title, outline.Company, Texts.Dossier_Foot.With(outline.Company, Day),
            [.. Cover(processes), .. Overview(part),
            .. processes.SelectMany(process => new DossierChapter(process, zone, outline.Choice.WithNames).Blocks())])
        {
            MaxPages = MaxPages,
            MadeAt = outline.MadeAt.ToDateTimeOffset(),
        };
    }

    /// <summary>"Les 12 processus du domaine Paie": what is in it.</summary>
    public string What() => (outline.Choice switch
    {
        { Processes.Count: > 0 } => Texts.Dossier_WhatChosen,
        { Domain: { } domain } => Texts.Dossier_WhatDomain.With(ProcessWords.Of(domain), "{0}"),
        _ => Texts.Dossier_WhatAll,
    }).With(outline.Chosen.Count);

    private IEnumerable<PaperBlock> Cover(IReadOnlyList<DossierProcess> processes) =>
    [
        new PaperBlock.Paragraph(Texts.Dossier_MadeOn.With(Day)),
        new PaperBlock.Paragraph(What()),
        new PaperBlock.Paragraph(outline.Choice.WithNames ? Texts.Dossier_WithNames : Texts.Dossier_WithoutNames),
        new PaperBlock.Paragraph(""),
        .. processes.Count > 0 ? new PaperBlock[] { new PaperBlock.Contents(Texts.Dossier_Contents) }
            : [new PaperBlock.Paragraph(Texts.Process_NoneYet)],
    ];

    // Over all that was chosen, whichever part it is in: the first part has it.
    private IEnumerable<PaperBlock> Overview(int part)
    {
        if (part > 1 || outline.Chosen.Count == 0)
        {
            yield break;
        }

        yield return new PaperBlock.Chapter(Texts.Dossier_Overview);
        yield return new PaperBlock.Table(
            [Texts.Process_Name, Texts.Process_Domain, Texts.Process_Pilot, Texts.Process_Criticality, Texts.Ready_Target],
            [.. outline.Chosen.Select(Line)], [0.32, 0.16, 0.2, 0.2, 0.12], [false, false, false, false, false]);
        foreach (var block in Critical().Concat(Rekeyed()).Concat(AgreedMap()))
        {
            yield return block;
        }
    }

    private static IReadOnlyList<string> Line(MapProcess process) =>
    [
        process.Name, ProcessWords.Of(process.Domain), process.Pilot?.Name ?? Texts.Process_ToName, ProcessWords.Short(process.Criticality),
        process.HasTarget ? Texts.Dossier_Published : "—",
    ];

    private IEnumerable<PaperBlock> Critical()
    {
        var flows = outline.Chosen.Select(process => (Process: process, Score: RankFlows.ScoreOf(process)))
            .Where(flow => flow.Score.IsCritical).OrderByDescending(flow => flow.Score.Known)
                .ThenBy(flow => flow.Process.Name, StringComparer.Ordinal).ToList();
        yield return new PaperBlock.Heading(Texts.Map_Critical);
        yield return flows.Count == 0
            ? new PaperBlock.Paragraph(Texts.Dossier_NoCritical.With(FlowScore.CriticalFrom))
            : new PaperBlock.Table(
                [Texts.Process_Name, Texts.Flow_Points, Texts.Flow_Why],
                [
                    .. flows.Select(flow => (IReadOnlyList<string>)
                    [
                        flow.Process.Name, FlowWords.Points(flow.Score),
                        string.Join(" · ", flow.Score.Parts.Where(part => part.Points > 0).Select(part => FlowWords.Of(part.Criterion))),
                    ]),
                ],
                [0.4, 0.12, 0.48], [false, true, false]);
    }

    private IEnumerable<PaperBlock> Rekeyed()
    {
        var lines = outline.Chosen.SelectMany(process => process.Rekeyings).ToList();
        yield return new PaperBlock.Heading(Texts.Map_Rekeyings);
        yield return new PaperBlock.Paragraph(lines.Count == 0 ? Texts.Dossier_NoRekeyings : RekeyingWords.Sum(RekeyingSum.Of(lines)));
    }

    private IEnumerable<PaperBlock> AgreedMap() => outline.MapAgreements.Count == 0
        ? []
        : [new PaperBlock.Heading(Texts.Dossier_MapAgreements), DossierTables.Of(outline.MapAgreements, zone)];
}
