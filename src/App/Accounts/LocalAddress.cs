namespace Pupitre.App.Accounts;

/// <summary>Keeps redirects inside the program: an address from outside is never followed.</summary>
internal static class LocalAddress
{
    public static string Or(string? address, string otherwise) => IsLocal(address) ? address! : otherwise;

    public static bool IsLocal(string? address) => address is ['/'] or ['/', not ('/' or '\\'), ..];
}
