using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Pupitre.Platform.Data;

namespace Pupitre.Evidence.Events;

/// <summary>Puts batches of one import into the tables, one after the other: see <see cref="WriteEvents"/>.</summary>
/// <param name="import">Number of the import.</param>
/// <param name="liveImports">Numbers of the source's other imports that count.</param>
/// <param name="nextEvent">Key of the next new event.</param>
internal sealed class StoreEvents(Db db, int source, int import, HashSet<int> liveImports, long nextEvent)
{
    private readonly EvidenceRows _rows = new(db);
    private readonly Dictionary<EventIdentity, int> _alikeHere = [];
    private readonly List<PendingEvent> _fresh = [];
    private long _nextEvent = nextEvent;

    public int Added { get; private set; }

    public int SeenAgain { get; private set; }

    /// <summary>Writes a batch in one transaction: the caller's, or one of its own.</summary>
    public async Task RunAsync(EventBatch batch, CancellationToken token)
    {
        var known = await KnownAsync(batch, token);
        var attestations = new List<PendingAttestation>();
        _fresh.Clear();
        _alikeHere.Clear();
        foreach (var pending in batch.Events)
        {
            Sort(pending, known, attestations);
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(token) : null;
        var raw = (own ?? db.Database.CurrentTransaction!).GetDbTransaction();
        await InsertWordsAsync(batch, raw, token);
        await InsertEventsAsync(raw, token);
        await InsertAttestationsAsync(attestations, raw, token);
        if (own is not null)
        {
            await own.CommitAsync(token);
        }
    }

    // The n-th twin of this file is the n-th twin of the source.
    private void Sort(PendingEvent pending, Dictionary<EventIdentity, List<KnownEvent>> known, List<PendingAttestation> attestations)
    {
        var alike = known.Count == 0 ? null : known.GetValueOrDefault(pending.Identity);
        if (alike?.Find(candidate => !candidate.IsHeld) is { } match)
        {
            match.IsHeld = true;
            var own = Same(match.Attributes, pending.Attributes) ? null : pending.Attributes ?? [];
            attestations.Add(new PendingAttestation(match.Id, pending.Line, own));
            _ = match.IsLive ? SeenAgain++ : Added++;
            return;
        }

        ref var here = ref CollectionsMarshal.GetValueRefOrAddDefault(_alikeHere, pending.Identity, out _);
        (pending.Id, pending.Twin) = (_nextEvent++, (alike?.Count ?? 0) + here++);
        _fresh.Add(pending);
        Added++;
    }

    private static bool Same(byte[]? stored, byte[]? told) => (stored ?? []).AsSpan().SequenceEqual(told ?? []);

    // Only cases that were there before this batch can hold a known event; a log that lists case after case asks for nearly none.
    private async Task<Dictionary<EventIdentity, List<KnownEvent>>> KnownAsync(EventBatch batch, CancellationToken token)
    {
        var known = new Dictionary<EventIdentity, List<KnownEvent>>();
        var newFrom = batch.Cases.Count > 0 ? batch.Cases[0].Id : long.MaxValue;
        var cases = batch.Events.Select(row => row.Identity.CaseId).Where(id => id < newFrom).ToHashSet();
        if (cases.Count == 0)
        {
            return known;
        }

        var byId = await ReadKnownAsync(cases, batch, known, token);
        await ReadHoldersAsync(byId, token);
        return known;
    }

    private async Task<Dictionary<long, KnownEvent>> ReadKnownAsync(
        HashSet<long> cases, EventBatch batch, Dictionary<EventIdentity, List<KnownEvent>> known, CancellationToken token)
    {
        await using var command = _rows.Connection.CreateCommand();
        command.CommandText = $"""
            select id, case_id, at, is_day, activity, transition, resource, twin, import, attributes from evidence_events
            where {_rows.Among("case_id", "@cases")} and at between @first and @last order by twin
            """;
        EvidenceRows.Add(command, "@cases", _rows.Keys(cases));
        EvidenceRows.Add(command, "@first", batch.Events.Min(row => row.Identity.At));
        EvidenceRows.Add(command, "@last", batch.Events.Max(row => row.Identity.At));
        var byId = new Dictionary<long, KnownEvent>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var stored = ReadOne(reader, out var identity);
            byId.Add(stored.Id, stored);
            if (!known.TryGetValue(identity, out var alike))
            {
                known.Add(identity, alike = []);
            }

            alike.Add(stored);
        }

        return byId;
    }

    private KnownEvent ReadOne(DbDataReader reader, out EventIdentity identity)
    {
        identity = new EventIdentity(
            reader.GetInt64(1), reader.GetInt64(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6));
        var holder = reader.GetInt32(8);
        return new KnownEvent
        {
            Id = reader.GetInt64(0),
            Twin = reader.GetInt32(7),
            Attributes = reader.IsDBNull(9) ? null : (byte[])reader.GetValue(9),
            IsLive = liveImports.Contains(holder),
            IsHeld = holder == import,
        };
    }

    private async Task ReadHoldersAsync(Dictionary<long, KnownEvent> byId, CancellationToken token)
    {
        if (byId.Count == 0)
        {
            return;
        }

        await using var command = _rows.Connection.CreateCommand();
        command.CommandText = $"select event_id, import from evidence_attestations where {_rows.Among("event_id", "@events")}";
        EvidenceRows.Add(command, "@events", _rows.Keys(byId.Keys));
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var stored = byId[reader.GetInt64(0)];
            var holder = reader.GetInt32(1);
            stored.IsLive |= liveImports.Contains(holder);
            stored.IsHeld |= holder == import;
        }
    }

    private async Task InsertWordsAsync(EventBatch batch, DbTransaction transaction, CancellationToken token)
    {
        var company = Column.Company(db.CompanyId);
        var words = batch.Words;
        await _rows.InsertAsync(
            "evidence_words",
            [
                Column.Small("source", source), Column.Small("number", row => words[row].Number), company,
                Column.Text("text", row => words[row].Text),
            ],
            words.Count, transaction, token);
        var cases = batch.Cases;
        await _rows.InsertAsync(
            "evidence_cases",
            [
                Column.Number("id", row => cases[row].Id), company, Column.Small("source", source),
                Column.Text("name", row => cases[row].Name), Column.Bytes("attributes", row => cases[row].Attributes),
            ],
            cases.Count, transaction, token);
    }

    private Task InsertEventsAsync(DbTransaction transaction, CancellationToken token) => _rows.InsertAsync(
        "evidence_events",
        [
            Column.Number("id", row => _fresh[row].Id),
            Column.Company(db.CompanyId),
            Column.Number("case_id", row => _fresh[row].Identity.CaseId),
            Column.Number("at", row => _fresh[row].Identity.At),
            Column.Small("is_day", row => _fresh[row].Identity.IsDay),
            Column.Small("activity", row => _fresh[row].Identity.Activity),
            Column.Small("transition", row => _fresh[row].Identity.Transition),
            Column.Small("resource", row => _fresh[row].Identity.Resource),
            Column.Small("twin", row => _fresh[row].Twin),
            Column.Small("import", import),
            Column.Small("line", row => _fresh[row].Line),
            Column.Bytes("attributes", row => _fresh[row].Attributes),
        ],
        _fresh.Count, transaction, token);

    private Task InsertAttestationsAsync(
        List<PendingAttestation> held, DbTransaction transaction, CancellationToken token) => _rows.InsertAsync(
        "evidence_attestations",
        [
            Column.Number("event_id", row => held[row].EventId),
            Column.Small("import", import),
            Column.Company(db.CompanyId),
            Column.Small("line", row => held[row].Line),
            Column.Bytes("attributes", row => held[row].Attributes),
        ],
        held.Count, transaction, token);
}
