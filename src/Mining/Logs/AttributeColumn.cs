using System.Globalization;
using NodaTime;

namespace Pupitre.Mining;

/// <summary>What the values of an attribute are, all of them.</summary>
public enum AttributeKind
{
    Text,
    Number,
    Truth,
    Time,
}

/// <summary>
/// An attribute of a log. Values are held as the file's own texts, each distinct one once; what they are (numbers, times) is worked out when
/// it is first asked for, once per distinct value.
/// </summary>
/// <remarks>
/// An event's own value wins over that of its case. Safe for several threads.
/// </remarks>
public sealed class AttributeColumn
{
    private readonly int[] _ofEvents;
    private readonly int[] _ofCases;
    private readonly NameTable _eventTexts;
    private readonly NameTable _caseTexts;
    private readonly Lazy<AttributeKind> _kind;
    private readonly Lazy<double?[]> _eventNumbers;
    private readonly Lazy<double?[]> _caseNumbers;

    internal AttributeColumn(string name, int[] ofEvents, NameTable eventTexts, int[] ofCases, NameTable caseTexts)
    {
        (Name, _ofEvents, _eventTexts, _ofCases, _caseTexts) = (name, ofEvents, eventTexts, ofCases, caseTexts);
        _kind = new(FindKind);
        _eventNumbers = new(() => [.. eventTexts.Select(NumberOf)]);
        _caseNumbers = new(() => [.. caseTexts.Select(NumberOf)]);
    }

    public string Name { get; }

    public bool IsOfEvents => _ofEvents.Length > 0;

    public bool IsOfCases => _ofCases.Length > 0;

    /// <summary>What all the values are; <see cref="AttributeKind.Text"/> when they are of several kinds.</summary>
    public AttributeKind Kind => _kind.Value;

    /// <summary>The distinct values, in the order of their first appearance on events, then on cases.</summary>
    public IEnumerable<string> Values => _eventTexts.Concat(_caseTexts).Distinct();

    /// <summary>The text on an event itself, or null.</summary>
    public string? OfEvent(int eventNumber) => IsOfEvents && _ofEvents[eventNumber] is >= 0 and var number ? _eventTexts[number] : null;

    /// <summary>The text on a case, or null.</summary>
    public string? OfCase(int caseNumber) => IsOfCases && _ofCases[caseNumber] is >= 0 and var number ? _caseTexts[number] : null;

    /// <summary>The number on an event itself, or null when there is none or it is no number.</summary>
    public double? NumberOfEvent(int eventNumber) => IsOfEvents && _ofEvents[eventNumber] is >= 0 and var number ? _eventNumbers.Value[number] : null;

    /// <summary>The number on a case, or null when there is none or it is no number.</summary>
    public double? NumberOfCase(int caseNumber) => IsOfCases && _ofCases[caseNumber] is >= 0 and var number ? _caseNumbers.Value[number] : null;

    /// <summary>The instant that a value means, or null when it is no time. Without an offset it is local to <paramref name="zone"/>, else UTC.</summary>
    public static Instant? TimeOf(string value, DateTimeZone? zone = null) =>
        LogTime.Parse(value, zone) is { IsMissing: false } time ? Instant.FromUnixTimeTicks(time.Ticks) : null;

    /// <summary>The number that a value means: digits with a decimal point, as XES and ordinary CSV write it; null when it is none.</summary>
    public static double? NumberOf(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private AttributeKind FindKind() =>
        Values.All(value => NumberOf(value) is not null) ? AttributeKind.Number
        : Values.All(value => bool.TryParse(value, out _)) ? AttributeKind.Truth
        : Values.All(value => TimeOf(value) is not null) ? AttributeKind.Time
        : AttributeKind.Text;
}

/// <summary>The values of an attribute while a log is being read.</summary>
internal sealed class AttributeValues
{
    public SparseNames OfEvents { get; } = new();

    public SparseNames OfCases { get; } = new();

    public bool HasAny => !OfEvents.IsEmpty || !OfCases.IsEmpty;

    public AttributeColumn Column(string name, CaseOrder order, int events) =>
        new(name, OfEvents.Sorted(order, events), OfEvents.Names, OfCases.ToArray(order.CaseOffsets.Length - 1), OfCases.Names);
}
