using NodaTime;
using Pupitre.Platform.Access;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.Tenancy;

/// <summary>
/// The company that the current request or job works for, and what the person may do there. Nothing is visible before one is entered.
/// </summary>
public sealed class Tenant
{
    private Company? _company;
    private IReadOnlySet<Permit> _permits = new HashSet<Permit>();

    /// <summary>Key of the current company; the empty key, which owns nothing, before one is entered.</summary>
    public Guid CompanyId => _company?.Id ?? Guid.Empty;

    /// <summary>The current company.</summary>
    /// <exception cref="InvalidOperationException">No company was entered.</exception>
    public Company Company => _company ?? throw new InvalidOperationException("No company was entered.");

    public bool IsEntered => _company is not null;

    /// <summary>Key of the person who acts, or null when the program does so by itself.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>How the person who acts is named; empty for the program itself.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>Whether the person belongs to other companies as well.</summary>
    public bool HasOthers { get; private set; }

    /// <summary>What alone the person sees of the company; null for all of it, and for the program itself.</summary>
    public SubjectRef? Scope { get; private set; }

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Company.TimeZone];

    public bool Allows(Permit permit) => _permits.Contains(permit);

    /// <summary>Address below the company's own: <c>Path("contracts", id)</c> gives <c>/acme/contracts/...</c>.</summary>
    public string Path(params ReadOnlySpan<object> segments)
    {
        var path = new System.Text.StringBuilder("/").Append(Company.Slug);
        foreach (var segment in segments)
        {
            path.Append('/').Append(Uri.EscapeDataString(Convert.ToString(segment, System.Globalization.CultureInfo.InvariantCulture) ?? ""));
        }

        return path.ToString();
    }

    /// <summary>Enters a company as one of its people.</summary>
    public void Enter(Company company, Guid accountId, IReadOnlySet<Permit> permits)
    {
        _company = company;
        AccountId = accountId;
        _permits = permits;
        Scope = null;
    }

    /// <summary>Enters a company as one of its people, with what their role and their limit let them see.</summary>
    public void EnterAsMember(Company company, Membership member)
    {
        Enter(company, member.AccountId, Roles.PermitsOf(member.Role, member.Scope is not null));
        LimitTo(member.Scope);
    }

    /// <summary>Limits what is seen from here on.</summary>
    internal void LimitTo(SubjectRef? scope) => Scope = scope;

    /// <summary>Says who the person is, for the frame around the pages.</summary>
    public void Introduce(string personName, bool hasOthers) => (PersonName, HasOthers) = (personName, hasOthers);

    /// <summary>Enters the company that another part of the same request had entered, as the same person.</summary>
    public void EnterLike(Tenant other) => (_company, AccountId, _permits, PersonName, HasOthers, Scope) = (other._company, other.AccountId, other._permits, other.PersonName, other.HasOthers, other.Scope);

    /// <summary>Enters a company as the program itself: a job, an import, the first set-up.</summary>
    public void EnterAsProgram(Company company)
    {
        _company = company;
        AccountId = null;
        Scope = null;
        _permits = new HashSet<Permit>(Enum.GetValues<Permit>());
    }

    /// <summary>Work that goes on in the background is still that of the person who started it: the history names them.</summary>
    internal void ActFor(Guid? accountId) => AccountId = accountId;
}
