namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// Addresses of the providers and of their people, and the domains that are theirs alone: at a public domain, which anybody may have an
/// address of, only the address counts.
/// </summary>
/// <remarks>Pure.</remarks>
public sealed class KnownParties
{
    private readonly HashSet<string> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _domains = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="addresses">What is known of them.</param>
    /// <param name="notTheirs">Domains that say nothing of who writes: public ones, and the company's own.</param>
    public KnownParties(IEnumerable<string> addresses, IReadOnlySet<string> notTheirs)
    {
        foreach (var address in addresses.Where(text => DomainOf(text).Length > 0))
        {
            _addresses.Add(address.Trim());
            if (!notTheirs.Contains(DomainOf(address)))
            {
                _domains.Add(DomainOf(address));
            }
        }
    }

    public bool Knows(string? address) => address is not null
        && (_addresses.Contains(address.Trim()) || _domains.Contains(DomainOf(address)));

    private static string DomainOf(string address) => address.Trim() is var plain && plain.LastIndexOf('@') is > 0 and var at
        ? plain[(at + 1)..] : "";
}
