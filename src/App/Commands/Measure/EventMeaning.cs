using System.Globalization;
using Pupitre.Kernel.Commitments;
using Pupitre.Mining;

namespace Pupitre.App.Commands.Measure;

/// <summary>What the event under a reader means for a clock, and who attests it.</summary>
internal sealed class EventMeaning
{
    private const string TransitionInLog = "lifecycle:transition";

    private readonly EventLogReader _reader;
    private readonly MeasuredCommitment _commitment;
    private readonly Func<string, string?> _valueOf;
    private readonly string? _targetAttribute;

    /// <summary>Meanings by activity and transition, when patterns read nothing else.</summary>
    private readonly Dictionary<(string Activity, string? Transition), (EventRoles Roles, SourceClass Source)>? _known;

    public EventMeaning(EventLogReader reader, MeasuredCommitment commitment)
    {
        (_reader, _commitment, _valueOf) = (reader, commitment, ValueOf);
        _targetAttribute = (commitment.Rule.Target as DateTarget)?.Attribute;
        _known = commitment.AttributeNames.Any(name => name != _targetAttribute) ? null : [];
    }

    /// <summary>Attributes that a reader has to keep for a commitment.</summary>
    public static IReadOnlySet<string> AttributesFor(MeasuredCommitment commitment) => commitment.AttributeNames.Append(TransitionInLog).ToHashSet();

    public (EventRoles Roles, SourceClass Source) OfCurrent()
    {
        if (_known is null)
        {
            return Find();
        }

        var key = (_reader.Activity, Transition);
        if (!_known.TryGetValue(key, out var meaning))
        {
            meaning = Find();
            _known.Add(key, meaning);
        }

        return meaning;
    }

    /// <summary>The date that a date target counts from, when the event starts a case and bears it.</summary>
    public DateOnly? TargetDateOfCurrent(EventRoles roles)
    {
        const int dateLength = 10;
        return _targetAttribute is not null && roles.HasFlag(EventRoles.Start) && ValueOf(_targetAttribute) is { Length: >= dateLength } text
            && DateOnly.TryParseExact(text.AsSpan(0, dateLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }

    private (EventRoles Roles, SourceClass Source) Find() => (_commitment.Rule.RolesOf(_valueOf), _commitment.Sources.Of(_valueOf));

    private string? Transition => _reader.Transition ?? _reader.ValueOf(TransitionInLog);

    private string? ValueOf(string name) => name switch
    {
        EventPattern.ActivityName or "concept:name" => _reader.Activity,
        EventPattern.TransitionName or TransitionInLog => Transition,
        "org:resource" => _reader.Resource ?? _reader.ValueOf(name),
        _ => _reader.ValueOf(name),
    };
}
