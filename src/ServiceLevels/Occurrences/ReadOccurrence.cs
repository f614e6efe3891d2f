using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Tray;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Occurrences;

/// <summary>Reads one due date: the rule, what became of it, what shows it, and its history.</summary>
public sealed class ReadOccurrence(Db db, ReadCompanyFacts readFacts, IClock clock)
{
    /// <summary>Lines of history shown; the whole history has its own page.</summary>
    public const int MaxHistory = 50;

    private const int MaxLooked = 500;

    internal async Task<OccurrenceView> RunAsync(Guid commitmentId, string key, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var commitment = facts.Find(commitmentId) ?? throw new NotFound();
        var now = clock.GetCurrentInstant();
        var item = new JudgeOccurrences(facts, now).One(commitment, key) ?? throw new NotFound();
        var fileIds = item.Proofs.Select(proof => proof.FileId).OfType<Guid>().ToList();
        var files = await db.Set<EvidenceFile>().AsNoTracking().Where(row => fileIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token);
        var history = await HistoryAsync(facts, commitmentId, key, token);
        var people = await PeopleAsync(item, history, token);
        return new OccurrenceView(item, Sentence(facts, item), item.MarkAt(now), facts, files, people, history) { Choices = ChoicesOf(facts, now) };
    }

    // A file can stand on many due dates: of its lines, those that name this one.
    private async Task<List<HistoryLine>> HistoryAsync(CompanyFacts facts, Guid commitmentId, string key, CancellationToken token)
    {
        var ids = facts.SubjectsOf(commitmentId, key);
        var lines = await db.LedgerEntries.AsNoTracking().Where(entry => ids.Contains(entry.SubjectId)).OrderByDescending(entry => entry.Number).Take(MaxLooked)
            .Select(entry => new HistoryLine(entry.At, entry.Verb, entry.AccountId, entry.SubjectKind, db.LedgerDetails.Where(detail => detail.Number == entry.Number).Select(detail => detail.Json).FirstOrDefault()))
            .ToListAsync(token);
        var (commitment, occurrence) = (commitmentId.ToString(), '"' + key + '"');
        return [.. lines.Where(line => line.SubjectKind != EvidenceFile.Kind || (line.DetailJson is { } json && json.Contains(commitment, StringComparison.Ordinal) && json.Contains(occurrence, StringComparison.Ordinal))).Take(MaxHistory)];
    }

    private async Task<Dictionary<Guid, string>> PeopleAsync(JudgedOccurrence item, List<HistoryLine> history, CancellationToken token)
    {
        var ids = item.Proofs.Select(proof => proof.PlacedBy).Concat(item.Statements.SelectMany(said => new[] { said.MadeBy, said.ContestedBy })).Concat(history.Select(line => line.AccountId)).OfType<Guid>().Distinct().ToList();
        return await db.Users.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.DisplayName, token);
    }

    // From what is in memory anyway: no query for it.
    private static CellChoices ChoicesOf(CompanyFacts facts, Instant now) => new(
        facts.Commitments.ToDictionary(row => row.Id, row => row.Name),
        [.. facts.Commitments.Where(row => row.Schedules[^1] is not null).OrderBy(row => row.Name, StringComparer.CurrentCulture).Select(row => new Platform.Words.Choice(row.Id.ToString(), row.Name))],
        ReadCellChoices.Months(now.InZone(facts.Zone).Date.ToDateOnly()));

    private static Sentence Sentence(CompanyFacts facts, JudgedOccurrence item)
    {
        var row = item.Commitment.Row;
        var version = row.Versions.Single(candidate => candidate.Id == item.Commitment.Terms.Versions[item.Version].Id);
        var before = item.Commitment.PrerequisiteOf(item.Version) is { } id ? facts.Find(id) : null;
        return CommitmentSentence.Of(version.Rule, new CommitmentWords
        {
            Performer = row.Performer,
            ProviderName = item.Commitment.Provider,
            Action = version.Action,
            TemplateNumber = row.TemplateNumber,
            Condition = before is null ? null : new ConditionWords(before.Name, before.Row.Performer, before.Provider, before.Row.TemplateNumber),
        });
    }
}

/// <summary>Everything that the page of a due date shows.</summary>
public sealed record OccurrenceView(
    JudgedOccurrence Item,
    Sentence Rule,
    Platform.Ui.Mark Mark,
    CompanyFacts Facts,
    IReadOnlyDictionary<Guid, EvidenceFile> Files,
    IReadOnlyDictionary<Guid, string> People,
    IReadOnlyList<HistoryLine> History)
{
    /// <summary>Where a proof can be moved to.</summary>
    public required CellChoices Choices { get; init; }

    public string? Person(Guid? id) => id is { } known ? People.GetValueOrDefault(known) : null;
}

/// <summary>One line of the history, with its details as they were written.</summary>
public sealed record HistoryLine(Instant At, string Verb, Guid? AccountId, string SubjectKind, string? DetailJson);
