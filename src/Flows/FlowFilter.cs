using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Pupitre.Flows.Logs;

namespace Pupitre.Flows;

/// <summary>
/// What a flow is narrowed to; all of it is in the address, so that a figure can be sent to somebody. What cannot be read of it filters
/// nothing.
/// </summary>
public sealed record FlowFilter
{
    public const string SourceName = "source";

    /// <summary>Stands for the source that a commitment is measured on: the way from a scorecard.</summary>
    public const string CommitmentName = "commitment";

    public const string WithName = "with";
    public const string StepsName = "steps";
    public const string FromName = "from";
    public const string ToName = "to";
    public const string ActivityName = "activity";
    public const string ShareName = "share";
    public const string AttributeName = "attribute";
    public const string ValueName = "value";
    public const string MinDaysName = "mindays";
    public const string MaxDaysName = "maxdays";
    public const string FirstName = "first";
    public const string NextName = "next";
    public const string VariantName = "variant";

    /// <summary>Value of <see cref="StepsName"/> that names steps with their transition.</summary>
    public const string WithTransition = "transition";

    private const int MaxTextLength = 500;
    private const int MaxDays = 36_500;
    private const int MinYear = 1900;
    private const int MaxYear = 2199;

    /// <summary>Everything of the filter, in the order in which it is written.</summary>
    private static readonly string[] _names =
        [SourceName, CommitmentName, WithName, StepsName, FromName, ToName, ActivityName, ShareName, AttributeName, ValueName, MinDaysName, MaxDaysName, FirstName, NextName, VariantName];

    private readonly Dictionary<string, string> _values;

    private FlowFilter(Dictionary<string, string> values) => _values = values;

    public Guid? Source => Guid.TryParse(Text(SourceName), out var id) ? id : null;

    public Guid? Commitment => Source is null && Guid.TryParse(Text(CommitmentName), out var id) ? id : null;

    /// <summary>A second source, whose cases of the same name are the same cases.</summary>
    public Guid? With => Guid.TryParse(Text(WithName), out var id) ? id : null;

    public StepNames Steps => Text(StepsName) == WithTransition ? StepNames.ActivityAndTransition : StepNames.Activity;

    /// <summary>First day of the cases' first event.</summary>
    public DateOnly? From => Day(FromName);

    /// <summary>Last day of the cases' first event.</summary>
    public DateOnly? To => Day(ToName);

    /// <summary>A step that cases must hold.</summary>
    public string? Activity => Text(ActivityName);

    /// <summary>Most frequent paths that cover so many hundredths of the cases; null for all.</summary>
    public int? Share => Number(ShareName, 1, 99);

    public string? Attribute => Text(AttributeName);

    public string? Value => Attribute is null ? null : Text(ValueName);

    public int? MinDays => Number(MinDaysName, 0, MaxDays);

    public int? MostDays => Number(MaxDaysName, 0, MaxDays);

    /// <summary>A step that is directly followed by <see cref="Next"/>.</summary>
    public string? First => Next is null ? null : Text(FirstName);

    public string? Next => Text(NextName);

    /// <summary>Number of the one path that is looked at, from 1, among those that the rest of the filter leaves.</summary>
    public int? Variant => Number(VariantName, 1, int.MaxValue);

    /// <summary>Whether anything but the choice of sources narrows the cases.</summary>
    public bool Narrows => _names[4..].Any(name => Text(name) is not null);

    /// <summary>Whether one of the fields narrows them: the one path that is looked at is chosen elsewhere.</summary>
    public bool NarrowsByFields => _names[4..].Any(name => name != VariantName && Text(name) is not null);

    /// <summary>Equal exactly when the same is asked for.</summary>
    public string Key => QueryHelpers.AddQueryString("", _values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));

    public static FlowFilter Of(HttpContext context) => new FlowFilter(_names
        .Select(name => (Name: name, Value: context.Request.Query[name].ToString().Trim()))
        .Where(pair => pair.Value.Length is > 0 and <= MaxTextLength)
        .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));

    public static FlowFilter OfSource(Guid source) => new(new Dictionary<string, string>(StringComparer.Ordinal) { [SourceName] = source.ToString() });

    /// <summary>The same with some parts set, or taken away by null.</summary>
    public FlowFilter But(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var values = new Dictionary<string, string>(_values, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                values.Remove(name);
            }
            else
            {
                values[name] = value;
            }
        }

        return new FlowFilter(values);
    }

    /// <summary>The choice of sources alone.</summary>
    public FlowFilter Cleared => But([.. _names[4..].Select(name => (name, (string?)null))]);

    /// <summary>An address that carries the filter.</summary>
    /// <param name="path">The page.</param>
    /// <param name="more">What the page itself has in its address.</param>
    public string On(string path, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var address = path;
        foreach (var name in _names.Where(_values.ContainsKey))
        {
            address = QueryHelpers.AddQueryString(address, name, _values[name]);
        }

        foreach (var (name, value) in more)
        {
            address = value is null ? address : QueryHelpers.AddQueryString(address, name, value);
        }

        return address;
    }

    private string? Text(string name) => _values.GetValueOrDefault(name);

    private DateOnly? Day(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= MinYear and < MaxYear ? day : null;

    private int? Number(string name, int least, int most) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
