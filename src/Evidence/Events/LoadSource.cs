using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Imports;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;

namespace Pupitre.Evidence.Events;

/// <summary>Loads the live events of one source: one pass over each narrow table, then a counting sort by case.</summary>
internal sealed class LoadSource(Db db, Sources.EvidenceSource source, SourceRules rules, IReadOnlyCollection<string> attributeNames, int withoutImport = 0)
{
    private const int RowsBetweenChecks = 8_192;

    private readonly List<string?> _words = [null];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly long _first = EvidenceKeys.First(source.Number);
    private readonly long _last = EvidenceKeys.Last(source.Number);

    private readonly Dictionary<int, int> _renamed = [];

    private WhoAttests _whoAttests = null!;
    private string[] _wanted = [];
    private int[] _wantedByWord = [];
    private bool[] _live = [];
    private int[]?[] _caseValues = [];
    private int _expectedEvents;

    /// <summary>Activities of the file by the name that commitments know them by.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Told now and then how many more rows of events were read.</summary>
    public Action<int>? Progress { get; init; }

    public async Task<SourceCases> RunAsync(CancellationToken token)
    {
        await db.Database.OpenConnectionAsync(token);
        try
        {
            var knownUntil = await ReadImportsAsync(token);
            await ReadWordsAsync(token);
            var names = await ReadCasesAsync(token);
            var attestations = await ReadAttestationsAsync(token);
            var rows = await ReadEventsAsync(attestations, token);
            return rows.Sort(source.Id, _words, names, _first, knownUntil);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<Instant?> ReadImportsAsync(CancellationToken token)
    {
        var imports = await db.Set<Import>().AsNoTracking().Where(row => row.SourceId == source.Id)
            .Select(row => new { row.Number, row.State, row.WithdrawnAt, row.KnownUntil, row.Counts.EventsAdded }).ToListAsync(token);
        _live = new bool[imports.Select(row => row.Number).DefaultIfEmpty().Max() + 1];
        var live = imports.Where(row => row.State == ImportState.Done && row.WithdrawnAt is null && row.Number != withoutImport).ToList();
        live.ForEach(row => _live[row.Number] = true);
        _expectedEvents = live.Sum(row => row.EventsAdded);
        return live.Max(row => row.KnownUntil);
    }

    // An import that began while this reads writes a number that was not there when the imports were read. Nothing of it counts yet.
    private bool IsLive(int import) => import < _live.Length && _live[import];

    private async Task ReadWordsAsync(CancellationToken token)
    {
        await using var reader = await OpenAsync($"select number, text from evidence_words where source = {source.Number} and company_id = @company order by number", token);
        while (reader.Read())
        {
            Know(reader.GetString(1));
        }

        foreach (var (said, name) in Names)
        {
            if (_numbers.TryGetValue(said, out var word))
            {
                _renamed[word] = Know(name);
            }
        }

        _whoAttests = new WhoAttests(rules, _words);
        _wanted = [.. _whoAttests.AttributeNames.Concat(attributeNames.Where(name => !EventMatcher.IsColumn(name))).Distinct()];
        _wantedByWord = new int[_words.Count];
        Array.Fill(_wantedByWord, -1);
        for (var place = 0; place < _wanted.Length; place++)
        {
            if (_numbers.TryGetValue(_wanted[place], out var word))
            {
                _wantedByWord[word] = place;
            }
        }
    }

    private async Task<List<string>> ReadCasesAsync(CancellationToken token)
    {
        _caseValues = new int[]?[_wanted.Length];
        var names = new List<string>();
        var columns = _wanted.Length == 0 ? "name" : "name, attributes";
        await using var reader = await OpenAsync($"select {columns} from evidence_cases where id between {_first} and {_last} and company_id = @company order by id", token);
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
            if (_wanted.Length > 0 && !reader.IsDBNull(1))
            {
                ReadCaseValues((byte[])reader.GetValue(1), names.Count - 1);
            }
        }

        return names;
    }

    private void ReadCaseValues(byte[] packed, int place)
    {
        Span<int> values = stackalloc int[_wanted.Length];
        Unpack(packed, values);
        for (var column = 0; column < values.Length; column++)
        {
            if (values[column] > 0)
            {
                var all = _caseValues[column] ?? [];
                if (all.Length <= place)
                {
                    Array.Resize(ref all, Math.Max(1024, place * 2));
                    _caseValues[column] = all;
                }

                all[place] = values[column];
            }
        }
    }

    private async Task<Dictionary<long, List<(int Import, int Line, byte[]? Attributes)>>> ReadAttestationsAsync(CancellationToken token)
    {
        var attestations = new Dictionary<long, List<(int, int, byte[]?)>>();
        await using var reader = await OpenAsync(
            $"select event_id, import, line, attributes from evidence_attestations where event_id between {_first} and {_last} and company_id = @company order by event_id, import", token);
        var numbers = new WholeNumbers(reader);
        while (reader.Read())
        {
            var import = numbers.Int(1);
            if (!IsLive(import))
            {
                continue;
            }

            var id = numbers.Long(0);
            if (!attestations.TryGetValue(id, out var all))
            {
                attestations.Add(id, all = []);
            }

            all.Add((import, numbers.Int(2), reader.IsDBNull(3) ? null : (byte[])reader.GetValue(3)));
        }

        return attestations;
    }

    // Reading is synchronous on purpose: an awaited call for each of half a million rows costs more than the row.
    private async Task<LoadedRows> ReadEventsAsync(Dictionary<long, List<(int Import, int Line, byte[]? Attributes)>> attestations, CancellationToken token)
    {
        var rows = new LoadedRows(_wanted, _expectedEvents);
        var values = new int[_wanted.Length];
        var columns = "id, case_id, at, is_day, activity, transition, resource, import, line" + (_wanted.Length == 0 ? "" : ", attributes");
        await using var reader = await OpenAsync($"select {columns} from evidence_events where id between {_first} and {_last} and company_id = @company order by id", token);
        var numbers = new WholeNumbers(reader);
        for (var read = 1; reader.Read(); read++)
        {
            if (read % RowsBetweenChecks == 0)
            {
                token.ThrowIfCancellationRequested();
                Progress?.Invoke(RowsBetweenChecks);
            }

            var id = numbers.Long(0);
            var further = attestations.Count == 0 ? null : attestations.GetValueOrDefault(id);
            var isOwnLive = IsLive(numbers.Int(7));
            if (!isOwnLive && further is null)
            {
                continue;
            }

            var place = (int)EvidenceKeys.PlaceOf(numbers.Long(1)) - 1;
            var packed = _wanted.Length == 0 || reader.IsDBNull(9) ? null : (byte[])reader.GetValue(9);
            var (activity, transition, resource) = (numbers.Int(4), numbers.Int(5), numbers.Int(6));
            var attestedBy = Strongest(activity, transition, resource, place, isOwnLive, packed, further, values);
            rows.Add(place, values, new RecordedEvent
            {
                Id = id,
                At = numbers.Long(2),
                IsDay = numbers.Int(3) != 0,
                Activity = _renamed.Count > 0 && _renamed.TryGetValue(activity, out var renamed) ? renamed : activity,
                Transition = transition,
                Resource = resource,
                Line = isOwnLive ? numbers.Int(8) : further![0].Line,
                AttestedBy = attestedBy,
            });
        }

        return rows;
    }

    // The values of the first live attestation are the event's; the strongest class of all live ones is its class.
    private SourceClass Strongest(
        int activity, int transition, int resource, int place, bool isOwnLive, byte[]? packed, List<(int Import, int Line, byte[]? Attributes)>? further, int[] values)
    {
        var strongest = SourceClass.Provider;
        if (further is not null)
        {
            for (var at = further.Count - 1; at >= 0; at--)
            {
                Values(further[at].Attributes ?? packed, place, values);
                Weigh();
            }
        }

        if (isOwnLive)
        {
            Values(packed, place, values);
            Weigh();
        }

        return strongest;

        void Weigh()
        {
            var attestedBy = _whoAttests.Of(activity, transition, resource, values.AsSpan(0, _whoAttests.AttributeNames.Count));
            strongest = attestedBy < strongest ? attestedBy : strongest;
        }
    }

    private void Values(byte[]? packed, int place, int[] values)
    {
        if (values.Length == 0)
        {
            return;
        }

        Array.Clear(values);
        Unpack(packed, values);
        for (var column = 0; column < values.Length; column++)
        {
            if (values[column] == 0 && _caseValues[column] is { } all && place < all.Length)
            {
                values[column] = all[place];
            }
        }
    }

    private void Unpack(ReadOnlySpan<byte> packed, Span<int> values)
    {
        while (PackedAttributes.Next(ref packed, out var name, out var value, out var text))
        {
            if (name < _wantedByWord.Length && _wantedByWord[name] is >= 0 and var column)
            {
                values[column] = value > 0 ? value : Know(Encoding.UTF8.GetString(text));
            }
        }
    }

    private int Know(string word)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            number = _words.Count;
            _words.Add(word);
            _numbers.Add(word, number);
        }

        return number;
    }

    private async Task<DbDataReader> OpenAsync(FormattableString sql, CancellationToken token)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = FormattableString.Invariant(sql);
        EvidenceRows.Add(command, "@company", db.Database.IsNpgsql() ? db.CompanyId : db.CompanyId.ToString().ToUpperInvariant());
        return await command.ExecuteReaderAsync(token);
    }
}
