using System.Text;
using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Recognition.Tables;

namespace Pupitre.Evidence.Events;

/// <summary>Loads one case with everything that is known of who attests its events, withdrawn imports included.</summary>
internal sealed class LoadCase(Db db, EvidenceSource source, SourceRules rules, IReadOnlyDictionary<string, string> names)
{
    private Dictionary<int, string> _words = [];
    private Dictionary<int, (Import Import, string? By)> _imports = [];
    private Dictionary<string, string> _caseAttributes = [];

    public async Task<RecordedCase> RunAsync(StoredCase stored, IReadOnlyList<Guid> measuredBy, CancellationToken token)
    {
        _imports = await ImportsAsync(token);
        var rows = await db.Set<StoredEvent>().AsNoTracking().Where(row => row.CaseId == stored.Id)
            .LeftJoin(db.Set<Attestation>(), row => row.Id, further => further.EventId, (row, further) => new { Event = row, Further = further }).ToListAsync(token);
        var events = rows.Select(row => row.Event).DistinctBy(row => row.Id).ToList();
        var attestations = rows.Select(row => row.Further).OfType<Attestation>().ToLookup(row => row.EventId);
        var numbers = NumbersIn(stored, events, attestations).ToHashSet().ToList();
        _words = await db.Set<StoredWord>().AsNoTracking().Where(row => row.Source == source.Number && numbers.Contains(row.Number)).ToDictionaryAsync(row => row.Number, row => row.Text, token);
        _caseAttributes = Unpack(stored.Attributes);
        var attested = events.Select(row => Attested(row, attestations[row.Id])).Where(item => item.Attestations.Any(attestation => attestation.IsLive));
        var inOrder = attested.OrderBy(item => item.Event.Time.Instant is { } at ? EvidenceTime.Of(at) : EvidenceTime.Of(item.Event.Time.Day!.Value)).ThenBy(item => item.Event.Position).ThenBy(item => item.Event.Recording);
        var knownUntil = _imports.Values.Where(row => row.Import.IsLive).Max(row => row.Import.KnownUntil);
        return new RecordedCase(stored.Id, source.Id, stored.Name, _caseAttributes, [.. inOrder], measuredBy, knownUntil);
    }

    private async Task<Dictionary<int, (Import Import, string? By)>> ImportsAsync(CancellationToken token)
    {
        var imports = await db.Set<Import>().AsNoTracking().Where(row => row.SourceId == source.Id)
            .Select(row => new { Import = row, By = db.Users.Where(person => person.Id == row.StartedBy).Select(person => person.DisplayName).SingleOrDefault() }).ToListAsync(token);
        return imports.ToDictionary(row => row.Import.Number, row => (row.Import, row.By));
    }

    private AttestedEvent Attested(StoredEvent row, IEnumerable<Attestation> further)
    {
        var own = Unpack(row.Attributes);
        var attestations = further.OrderBy(attestation => attestation.Import)
            .Select(attestation => Of(row, attestation.Import, attestation.Line, attestation.Attributes is null ? own : Unpack(attestation.Attributes)))
            .Prepend(Of(row, row.Import, row.Line, own)).ToList();
        var live = attestations.Where(attestation => attestation.IsLive).ToList();
        var item = new CaseEvent
        {
            Activity = Word(row.Activity) is { } said ? names.GetValueOrDefault(said, said) : "",
            Transition = Word(row.Transition),
            Resource = Word(row.Resource),
            Time = row.IsDay != 0 ? EventTime.On(EvidenceTime.ToDay(row.At)) : EventTime.At(EvidenceTime.ToInstant(row.At)),
            Source = live.Count == 0 ? SourceClass.Provider : live.Min(attestation => attestation.AttestedBy),
            Attributes = own,
            Position = live.Count == 0 ? row.Line : live[0].Line,
            Recording = row.Id,
        };
        return new AttestedEvent(item, attestations);
    }

    private EventAttestation Of(StoredEvent row, int number, int line, Dictionary<string, string> attributes)
    {
        var (import, by) = _imports[number];
        var attestedBy = rules.Of(name => name switch
        {
            EventPattern.ActivityName or "concept:name" => Word(row.Activity),
            EventPattern.TransitionName or "lifecycle:transition" => Word(row.Transition),
            "resource" or "org:resource" => Word(row.Resource),
            _ => attributes.GetValueOrDefault(name) ?? _caseAttributes.GetValueOrDefault(name),
        });
        return new EventAttestation(import.Id, import.FileName, line, attestedBy, by, import.StartedAt, import.IsLive);
    }

    private string? Word(int number) => number == 0 ? null : _words.GetValueOrDefault(number);

    private Dictionary<string, string> Unpack(ReadOnlySpan<byte> packed)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (PackedAttributes.Next(ref packed, out var name, out var value, out var text))
        {
            attributes[_words[name]] = value > 0 ? _words[value] : Encoding.UTF8.GetString(text);
        }

        return attributes;
    }

    private static List<int> NumbersIn(StoredCase stored, List<StoredEvent> events, ILookup<long, Attestation> attestations)
    {
        var numbers = events.SelectMany(row => new[] { row.Activity, row.Transition, row.Resource }).ToList();
        foreach (var packed in events.Select(row => row.Attributes).Concat(attestations.SelectMany(group => group).Select(row => row.Attributes)).Append(stored.Attributes))
        {
            ReadOnlySpan<byte> rest = packed;
            while (PackedAttributes.Next(ref rest, out var name, out var value, out _))
            {
                numbers.Add(name);
                numbers.Add(value);
            }
        }

        return numbers;
    }
}
