using System.Collections.Immutable;
using System.Globalization;

namespace Pupitre.Deciding.Diagnosis;

/// <summary>Whole numbers by criterion: values of 1 to 5, or weights. What nobody knows is null.</summary>
public sealed class CriterionValues
{
    /// <summary>Longest text of them, as it is stored.</summary>
    public const int MaxLength = 300;

    public static readonly CriterionValues None = new([]);

    private readonly ImmutableArray<int?> _values;

    private CriterionValues(IReadOnlyDictionary<Criterion, int?> values) =>
        _values = [.. Leanings.Criteria.Select(criterion => values.GetValueOrDefault(criterion))];

    private CriterionValues(ImmutableArray<int?> values) =>
        _values = values.Length == Leanings.Criteria.Length ? values : [.. Leanings.Criteria.Select(_ => (int?)null)];

    public int? this[Criterion criterion] => _values[(int)criterion];

    public static CriterionValues Of(IReadOnlyDictionary<Criterion, int?> values) => new(values);

    /// <summary>Given in the order of <see cref="Criterion"/>, all of them.</summary>
    public static CriterionValues Of(IEnumerable<int> all) => new([.. all.Select(value => (int?)value)]);

    /// <summary>The same but for one.</summary>
    public CriterionValues With(Criterion criterion, int? value) => new(_values.SetItem((int)criterion, value));

    /// <summary>Reads what <see cref="ToString"/> wrote; a word that is not known any more is left out.</summary>
    public static CriterionValues Read(string? text)
    {
        var values = new Dictionary<Criterion, int?>();
        foreach (var part in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is [var name, var number] && Enum.TryParse<Criterion>(name, out var criterion)
                && int.TryParse(number, CultureInfo.InvariantCulture, out var value))
            {
                values[criterion] = value;
            }
        }

        return new(values);
    }

    /// <summary>"Usefulness=4 Stability=2": as it is stored.</summary>
    public override string ToString() => string.Join(' ', Leanings.Criteria.Where(criterion => this[criterion] is not null)
        .Select(criterion => string.Create(CultureInfo.InvariantCulture, $"{criterion}={this[criterion]}")));
}
