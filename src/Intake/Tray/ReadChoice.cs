using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Intake.Tray;

/// <summary>Reads what would be done with the chosen files, each by name, and what would be left out and why: the page shows it, and the deed does it.</summary>
internal sealed class ReadChoice(Db db, ReadCellChoices readChoices, ProposeCells propose, Tenant tenant, IClock clock)
{
    /// <summary>Files that are chosen at once.</summary>
    public const int MaxFiles = 200;

    public async Task<ChoiceView> RunAsync(ChoiceInput input, CancellationToken token)
    {
        var ids = input.Files.Take(MaxFiles).ToList();
        var files = await db.Set<EvidenceFile>().AsNoTracking().Where(row => ids.Contains(row.Id)).OrderByDescending(row => row.Id)
            .Select(row => new ChosenFile(row, db.Set<OccurrenceProof>().Where(proof => proof.FileId == row.Id && proof.WithdrawnAt == null).OrderBy(proof => proof.Id).ToList())).ToListAsync(token);
        if (input.Act != FileAct.Place || input.Commitment is null)
        {
            var choices = await readChoices.RunAsync(token);
            var lines = input.Act == FileAct.Place ? files.ConvertAll(row => Line(row, null)) : files.ConvertAll(row => LineOf(row, input, choices.Names));
            return new ChoiceView(input, choices, lines);
        }

        await propose.OpenAsync(token);
        var cell = propose.FindIn(input.Commitment.Value, input.Month ?? default) ?? throw new Refused(Texts.Tray_NotASchedule, "commitment");
        return new ChoiceView(input, null, files.ConvertAll(row => Placed(row, cell, input))) { Cell = cell.Commitment.Name + ", " + PeriodWords.Of(cell.Occurrence.Period) };
    }

    private ChoiceLine Placed(ChosenFile row, DueCell cell, ChoiceInput input)
    {
        var placing = propose.PlacingOf(row.File, cell, input.On);
        var doubts = DoubtWords.Of(placing.Doubts, row.File).ToList();
        return FileSubject.IsOthers(row.File, new OwnIdentities(tenant.Company)) ? Line(row, Texts.Identity_Others.With(FileSubject.Words(row.File)))
            : row.Proofs.Exists(proof => proof.CommitmentId == placing.CommitmentId && proof.OccurrenceKey == placing.OccurrenceKey) ? Line(row, Texts.Choice_AlreadyThere)
            : IsAfterArrival(row.File, input.On) ? Line(row, Texts.Choice_AfterArrival)
            : Line(row, placing.IsQuestioned && !input.IsConfirmed ? Texts.Doubt_BeforePeriod : null) with { What = EvidenceWords.When(placing.Moment, tenant), Remarks = doubts, IsQuestioned = placing.IsQuestioned };
    }

    private ChoiceLine LineOf(ChosenFile row, ChoiceInput input, IReadOnlyDictionary<Guid, string> names)
    {
        var cells = row.Cells.Select(cell => names.GetValueOrDefault(cell.CommitmentId, "?") + ", " + PeriodWords.Of(cell.OccurrenceKey)).ToList();
        var problem = input.Act switch
        {
            FileAct.Dismiss => cells.Count > 0 ? Texts.Choice_StillProves : row.File.State == FileState.Dismissed ? Texts.Choice_AlreadyAside : null,
            _ when cells.Count == 0 => Texts.Choice_StandsNowhere,
            FileAct.State => IsAfterArrival(row.File, input.On) ? Texts.Choice_AfterArrival : null,
            _ => null,
        };
        var isOdd = problem is null && input.Act == FileAct.State && row.Cells.Any(cell => OccurrenceKeys.FirstDay(cell.OccurrenceKey) > input.On);
        return Line(row, isOdd && !input.IsConfirmed ? Texts.Doubt_BeforePeriod : problem) with { What = string.Join(" · ", cells), IsQuestioned = isOdd };
    }

    private bool IsAfterArrival(EvidenceFile file, DateOnly? on) => on > file.ReceivedAt.InZone(tenant.Zone).Date.ToDateOnly() || on > clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();

    private static ChoiceLine Line(ChosenFile row, string? problem) => new(row.File, row.Cells, problem);

    private sealed record ChosenFile(EvidenceFile File, List<OccurrenceProof> Proofs)
    {
        public IReadOnlyList<OccurrenceCell> Cells => [.. Proofs.Select(proof => new OccurrenceCell(proof.CommitmentId, proof.OccurrenceKey)).Distinct()];
    }
}

/// <summary>What is to be done with which files.</summary>
/// <param name="Commitment">Where they are placed; null until it is said.</param>
/// <param name="On">The day on which they were handed over, or null.</param>
/// <param name="IsConfirmed">The person saw what is odd about dates and keeps them.</param>
internal sealed record ChoiceInput(FileAct Act, IReadOnlyList<Guid> Files, Guid? Commitment, DateOnly? Month, DateOnly? On, bool IsConfirmed);

/// <summary>What would be done.</summary>
/// <param name="Choices">Due dates to choose from, as long as none is chosen.</param>
internal sealed record ChoiceView(ChoiceInput Input, CellChoices? Choices, IReadOnlyList<ChoiceLine> Lines)
{
    /// <summary>The due date on which they would be placed.</summary>
    public string? Cell { get; init; }

    public IReadOnlyList<ChoiceLine> Done => [.. Lines.Where(line => line.Problem is null)];

    public IReadOnlyList<ChoiceLine> LeftOut => [.. Lines.Where(line => line.Problem is not null)];

    /// <summary>Whether something is missing before it can be done: where to, or when.</summary>
    public bool IsAsking => Input.Act switch { FileAct.Place => Cell is null, FileAct.State => Input.On is null, _ => false };
}

/// <summary>One of the chosen files.</summary>
/// <param name="Cells">Due dates that it stands on.</param>
/// <param name="Problem">Why it is left out; null when it is not.</param>
internal sealed record ChoiceLine(EvidenceFile File, IReadOnlyList<OccurrenceCell> Cells, string? Problem)
{
    public string What { get; init; } = "";

    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Left out only until the person says that its odd date is right.</summary>
    public bool IsQuestioned { get; init; }
}
