using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Tenancy;

/// <summary>First segment of a company's addresses, made from its name.</summary>
public static class CompanySlug
{
    private const int MaxTries = 1000;

    // The program's own first segments.
    private static readonly string[] _taken =
    [
        "account", "assets", "health", "problem", "set-up", "preferences", "companies", "sample", "api", "icon", "calendar", "agreement",
        "acceptance", "disagreement", "month-statement", "escalation", "wait", "deposit", "mail-choice",
    ];

    /// <summary>A free segment: lower-case letters, digits and hyphens, with a number when another company has it.</summary>
    public static async Task<string> FreeAsync(Db db, string name, CancellationToken token)
    {
        var wanted = Of(name);
        for (var number = 1; number < MaxTries; number++)
        {
            var slug = number == 1 ? wanted : $"{wanted}-{number.ToString(CultureInfo.InvariantCulture)}";
            if (!_taken.Contains(slug) && !await db.Companies.AnyAsync(row => row.Slug == slug, token))
            {
                return slug;
            }
        }

        return Guid.CreateVersion7().ToString("N");
    }

    internal static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        // Room for the number that tells two companies of one name apart.
        var cut = slug.ToString(0, Math.Min(slug.Length, Company.MaxSlugLength - 4)).Trim('-');
        return cut.Length == 0 ? "societe" : cut;
    }
}
