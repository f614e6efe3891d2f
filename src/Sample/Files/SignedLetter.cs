using System.Globalization;
using Pupitre.Sample.World;

namespace Pupitre.Sample.Files;

/// <summary>A letter of engagement that a provider has signed.</summary>
public static class SignedLetter
{
    public const string FileName = "lettre-de-mission-signee.pdf";

    public const string MediaType = "application/pdf";

    /// <param name="title">The contract's.</param>
    /// <param name="accepted">Names of the commitments that it accepts.</param>
    public static byte[] Of(string title, IReadOnlyList<string> accepted, Person signer, DateOnly signedOn)
    {
        List<string> lines =
        [
            title, "Engagements de service acceptés :", .. accepted.Select(name => "- " + name), "",
            "Signé le " + signedOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) + " par " + signer.Name,
        ];
        return PdfPaper.Write(signer.Name, "Lettre de mission signée", lines, new DateTimeOffset(signedOn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
    }
}
