using System.Collections.Immutable;
using System.Globalization;
using Pupitre.ClosedMonths.Credits;

namespace Pupitre.TwoSides.Credits;

/// <summary>Steps as people type them, "95 : 20 ; 90 : 50": below 95 %, 20 % of the part; below 90 %, half of it.</summary>
internal static class StepsText
{
    /// <summary>The steps; null when it is none of that. Points and commas part decimals.</summary>
    public static ImmutableArray<CreditStep>? Parse(string? text)
    {
        var steps = ImmutableArray.CreateBuilder<CreditStep>();
        foreach (var part in (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split(':') is not [var below, var share] || Number(below) is not { } rate || Number(share) is not { } owed)
            {
                return null;
            }

            steps.Add(new CreditStep(rate, owed));
        }

        return steps.ToImmutable();
    }

    /// <summary>As it is stored and shown in the form.</summary>
    public static string Write(ImmutableArray<CreditStep> steps) =>
        string.Join(" ; ", steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Below:0.####} : {step.Share:0.####}")));

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : null;
}
