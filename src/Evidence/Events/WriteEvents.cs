using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Imports;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Recognition.Tables;

namespace Pupitre.Evidence.Events;

/// <summary>
/// Writes the events of one import into its source, batch by batch: a new event gets a row, a known one gains an attestation.
/// Nothing of it counts before the import is done. Used inside <see cref="SourceWriting"/>.
/// </summary>
internal sealed class WriteEvents(Db db, int source, Import import) : IDisposable
{
    /// <summary>Rows of one transaction: some 50 ms on SQLite, so that clicks get their turn.</summary>
    public const int BatchRows = 4_000;

    private readonly SourceWords _words = new(source);
    private readonly HashSet<long> _addedCases = [];
    private readonly ArrayBufferWriter<byte> _packing = new();
    private readonly ArrayBufferWriter<byte> _digesting = new();
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private List<PendingEvent> _pending = new(BatchRows);
    private List<PendingEvent> _handedOver = new(BatchRows);
    private StoreEvents? _store;
    private Task _storing = Task.CompletedTask;
    private HashSet<long>? _liveCases;
    private long _firstNewCase;
    private long _lastMoment = long.MinValue;
    private long _lastDay = long.MinValue;

    /// <summary>Events that lie in the source; not those that are being written.</summary>
    public int Written { get; private set; }

    /// <summary>What was written. To be asked when nothing is being written.</summary>
    public ImportCounts Counts =>
        new() { CasesAdded = _addedCases.Count, EventsAdded = _store?.Added ?? 0, SeenAgain = _store?.SeenAgain ?? 0 };

    private StoreEvents Store => _store ?? throw new InvalidOperationException("What the source holds was not learnt.");

    /// <summary>
    /// The last moment that was told, a day to its end; null when nothing was. Planned dates lie ahead: nothing is known of what has
    /// not come by <paramref name="now"/>.
    /// </summary>
    public Instant? KnownUntil(DateTimeZone zone, Instant now)
    {
        var moment = _lastMoment == long.MinValue ? (Instant?)null : EvidenceTime.ToInstant(_lastMoment);
        var day = _lastDay == long.MinValue ? (Instant?)null : EventTime.On(EvidenceTime.ToDay(_lastDay)).Latest(zone);
        return moment is null && day is null ? null : Instant.Min(now, Instant.Max(moment ?? Instant.MinValue, day ?? Instant.MinValue));
    }

    /// <summary>SHA-256 over the identities, in the order of the file.</summary>
    public string Digest() => Convert.ToHexStringLower(_digest.GetCurrentHash());

    /// <summary>Learns what the source holds.</summary>
    public async Task OpenAsync(CancellationToken token)
    {
        var imports = await db.Set<Import>().AsNoTracking().Where(row => row.SourceId == import.SourceId && row.Id != import.Id).ToListAsync(token);
        var live = imports.Where(row => row.IsLive).Select(row => row.Number).ToHashSet();
        await foreach (var word in db.Set<StoredWord>().AsNoTracking().Where(row => row.Source == source).AsAsyncEnumerable().WithCancellation(token))
        {
            _words.Know(word.Number, word.Text);
        }

        var cases = db.Set<StoredCase>().AsNoTracking().Where(row => row.Source == source).Select(row => new { row.Id, row.Name });
        await foreach (var known in cases.AsAsyncEnumerable().WithCancellation(token))
        {
            _words.KnowCase(known.Id, known.Name);
        }

        var (first, last) = (EvidenceKeys.First(source), EvidenceKeys.Last(source));
        var events = db.Set<StoredEvent>().Where(row => row.Id >= first && row.Id <= last);
        var greatest = await events.MaxAsync(row => (long?)row.Id, token) ?? first;
        _store = new StoreEvents(db, source, import.Number, live, greatest + 1);
        _firstNewCase = first + _words.CaseCount + 1;
        if (imports.Any(row => !row.IsLive))
        {
            _liveCases = await LiveCasesAsync([.. live], token);
        }
    }

    /// <summary>Takes an event; true when the batch is full and has to be written.</summary>
    public bool Add(IncomingEvent incoming)
    {
        if (_words.TakeCase(incoming.Case, out var caseId))
        {
            _words.NewCases.Add(new StoredCase { Id = caseId, Source = source, Name = incoming.Case, Attributes = Pack(incoming.CaseAttributes) });
        }

        if (caseId >= _firstNewCase || _liveCases?.Contains(caseId) == false)
        {
            _addedCases.Add(caseId);
        }

        var identity = new EventIdentity(
            caseId, incoming.At, incoming.IsDay ? 1 : 0, _words.Of(incoming.Activity), _words.Of(incoming.Transition), _words.Of(incoming.Resource));
        _pending.Add(new PendingEvent(identity, incoming.Line, Pack(incoming.Attributes)));
        ref var last = ref incoming.IsDay ? ref _lastDay : ref _lastMoment;
        last = Math.Max(last, incoming.At);
        AppendToDigest(incoming);
        return _pending.Count >= BatchRows;
    }

    /// <summary>
    /// Has what was taken written by another thread, one batch at a time, so that the file is read on meanwhile. Until it is settled, the
    /// database is its own.
    /// </summary>
    public async Task HandOverAsync(CancellationToken token)
    {
        await SettleAsync();
        var batch = TakeBatch();
        _storing = Task.Run(() => Store.RunAsync(batch, token), token);
    }

    /// <summary>Waits until what was handed over is written.</summary>
    public async Task SettleAsync()
    {
        await _storing;
        Written = (_store?.Added + _store?.SeenAgain) ?? 0;
    }

    /// <summary>Writes what was taken, in one transaction: the caller's, or one of its own.</summary>
    public async Task FlushAsync(CancellationToken token)
    {
        await SettleAsync();
        if (_pending.Count > 0)
        {
            await Store.RunAsync(TakeBatch(), token);
            await SettleAsync();
        }
    }

    public void Dispose() => _digest.Dispose();

    // Two lists in turn: what was handed over before is written by now.
    private EventBatch TakeBatch()
    {
        var (words, cases) = _words.TakeNew();
        (_pending, _handedOver) = (_handedOver, _pending);
        _pending.Clear();
        return new EventBatch(_handedOver, words, cases);
    }


    private async Task<HashSet<long>> LiveCasesAsync(List<int> live, CancellationToken token)
    {
        var (first, last) = (EvidenceKeys.First(source), EvidenceKeys.Last(source));
        var events = db.Set<StoredEvent>().Where(row => row.Id >= first && row.Id <= last);
        var own = events.Where(row => live.Contains(row.Import)).Select(row => row.CaseId);
        var further = from row in events
                      join attestation in db.Set<Attestation>() on row.Id equals attestation.EventId
                      where live.Contains(attestation.Import)
                      select row.CaseId;
        return (await own.Union(further).ToListAsync(token)).ToHashSet();
    }

    private byte[]? Pack(List<KeyValuePair<string, string>> attributes)
    {
        if (attributes.Count == 0)
        {
            return null;
        }

        _packing.ResetWrittenCount();
        foreach (var (name, value) in attributes)
        {
            var number = _words.OfValue(value);
            if (number > 0)
            {
                PackedAttributes.WriteWord(_packing, _words.Of(name), number);
            }
            else if (value.Length > 0)
            {
                PackedAttributes.WriteText(_packing, _words.Of(name), SourceWords.Cut(value));
            }
        }

        return _packing.WrittenCount == 0 ? null : _packing.WrittenSpan.ToArray();
    }

    private void AppendToDigest(IncomingEvent incoming)
    {
        _digesting.ResetWrittenCount();
        Append(incoming.Case);
        Append(incoming.Activity);
        Append(incoming.Transition);
        Append(incoming.Resource);
        System.Buffers.Text.Utf8Formatter.TryFormat(incoming.At, _digesting.GetSpan(24), out var length);
        _digesting.Advance(length);
        _digesting.Write(incoming.IsDay ? "d\n"u8 : "\n"u8);
        _digest.AppendData(_digesting.WrittenSpan);

        void Append(string? text)
        {
            Encoding.UTF8.GetBytes(text ?? "", _digesting);
            _digesting.Write("\u001f"u8);
        }
    }
}
