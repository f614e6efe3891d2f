using System.Globalization;

namespace Pupitre.Processes.Inventory;

/// <summary>How a volume spreads over the year: twelve percentages, January first, 100 for a month like the others.</summary>
public sealed class Seasons
{
    public const int Months = 12;
    public const int MaxPercent = 1_200;

    /// <summary>Twelve of four digits with a blank between them.</summary>
    public const int MaxLength = 60;

    private readonly int[] _percents;

    private Seasons(int[] percents) => _percents = percents;

    public IReadOnlyList<int> Percents => _percents;

    /// <summary>The busiest months, from 1; none where all are alike.</summary>
    public IReadOnlyList<int> Busiest => _percents.Distinct().Count() == 1 ? [] : [.. Enumerable.Range(1, Months).Where(month => _percents[month - 1] == _percents.Max())];

    /// <summary>Share of a mean month that the busiest has.</summary>
    public decimal Peak => (decimal)_percents.Max() * Months / _percents.Sum();

    /// <summary>Twelve whole numbers, separated by whatever separates; null for anything else, and for twelve zeros.</summary>
    public static Seasons? Read(string? text)
    {
        var parts = (text ?? "").Split([' ', ',', ';', '/', '\t', '\r', '\n', '\u00a0', '%'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Months)
        {
            return null;
        }

        var percents = new int[Months];
        for (var month = 0; month < Months; month++)
        {
            if (!int.TryParse(parts[month], NumberStyles.None, CultureInfo.InvariantCulture, out percents[month]) || percents[month] > MaxPercent)
            {
                return null;
            }
        }

        return percents.Sum() > 0 ? new Seasons(percents) : null;
    }

    public override string ToString() => string.Join(' ', _percents.Select(percent => percent.ToString(CultureInfo.InvariantCulture)));
}
