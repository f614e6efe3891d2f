using System.Text;

namespace Pupitre.App.Accounts;

/// <summary>Keeps redirects inside the program: an address from outside is never followed, and one that no header can carry is none.</summary>
internal static class LocalAddress
{
    public static string Or(string? address, string otherwise) => IsLocal(address) ? Written(address!) : otherwise;

    public static bool IsLocal(string? address) => address is ['/'] or ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl);

    // Addresses are typed and pasted with accents; a header carries none.
    private static string Written(string address)
    {
        var written = new StringBuilder();
        foreach (var sign in address.EnumerateRunes())
        {
            written.Append(sign.IsAscii && sign.Value > ' ' ? sign.ToString() : Uri.EscapeDataString(sign.ToString()));
        }

        return written.ToString();
    }
}
