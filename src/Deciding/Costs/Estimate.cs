using System.Globalization;

namespace Pupitre.Deciding.Costs;

/// <summary>
/// A figure as somebody knows it: at least, most likely, at most. It is drawn from the triangle over these three
/// (<see cref="Triangle"/>); where all are the same it is certain.
/// </summary>
public readonly record struct Estimate
{
    private Estimate(decimal low, decimal likely, decimal high) => (Low, Likely, High) = (low, likely, high);

    public decimal Low { get; }

    public decimal Likely { get; }

    public decimal High { get; }

    public bool IsCertain => Low == High;

    public static readonly Estimate Nothing;

    /// <exception cref="ArgumentException">They do not follow each other.</exception>
    public static Estimate Of(decimal low, decimal likely, decimal high) => low <= likely && likely <= high
        ? new(low, likely, high)
        : throw new ArgumentException("An estimate goes from low over likely to high.", nameof(likely));

    public static Estimate Certain(decimal value) => new(value, value, value);

    /// <summary>So many percent to either side.</summary>
    public static Estimate About(decimal likely, decimal percent)
    {
        var margin = Math.Abs(likely) * percent / 100m;
        return new(likely - margin, likely, likely + margin);
    }

    /// <summary>The same within limits.</summary>
    public Estimate Within(decimal least, decimal most) =>
        new(Math.Clamp(Low, least, most), Math.Clamp(Likely, least, most), Math.Clamp(High, least, most));

    /// <summary>
    /// Reads what somebody typed: one figure, or low / likely / high, or low / high with the middle between them. A decimal comma or point,
    /// spaces between thousands. Null when it is none of that, or when they do not follow each other.
    /// </summary>
    public static Estimate? Read(string? text)
    {
        var figures = new List<decimal>();
        var plain = (text ?? "").Replace("€", "", StringComparison.Ordinal);
        foreach (var part in plain.Split(["/", ";", " à ", " to "], StringSplitOptions.TrimEntries))
        {
            var digits = string.Concat(part.Where(sign => !char.IsWhiteSpace(sign))).Replace(',', '.').Replace('−', '-');
            if (!decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out var figure))
            {
                return null;
            }

            figures.Add(figure);
        }

        return figures switch
        {
            [var only] => Certain(only),
            [var low, var high] when low <= high => new(low, (low + high) / 2, high),
            [var low, var likely, var high] when low <= likely && likely <= high => new(low, likely, high),
            _ => null,
        };
    }

    /// <summary>"10 / 12 / 15", or "12" where it is certain: as it is typed and read again.</summary>
    public string Write(CultureInfo culture) =>
        IsCertain ? One(Likely, culture) : $"{One(Low, culture)} / {One(Likely, culture)} / {One(High, culture)}";

    private static string One(decimal value, CultureInfo culture) => value.ToString("0.####", culture);
}
