using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.People;

/// <summary>
/// Somebody who plays a part in the company's work, of its own side or of a provider's: one row, whatever they conduct, stand in for or are
/// asked. Who may sign in is an account; a person has one or none.
/// </summary>
public sealed class Person : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a person in the history and elsewhere.</summary>
    public const string Kind = "person";

    public const int MaxNameLength = 120;
    public const int MaxFunctionLength = 120;
    public const int MaxEmailLength = 254;
    public const int MaxPhoneLength = 40;
    public const int MaxAbsences = 100;

    private readonly List<Absence> _absences = [];

    private Person()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name without accents and in small letters, by which a typed name is recognised.</summary>
    public string FoldedName { get; private set; } = "";

    /// <summary>What they do there: payroll clerk, partner.</summary>
    public string? Function { get; private set; }

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>Kind of what they belong to outside the company; null for the company's own people.</summary>
    public string? SideKind { get; private set; }

    public Guid? SideId { get; private set; }

    /// <summary>The account by which they sign in, if they do.</summary>
    public Guid? AccountId { get; private set; }

    public IReadOnlyList<Absence> Absences => _absences;

    public bool IsOurs => SideId is null;

    public SubjectRef? Side => SideId is { } id ? new SubjectRef(SideKind!, id) : null;

    public SubjectRef Ref => new(Kind, Id);

    internal static Person Create(Guid id) => new() { Id = id == Guid.Empty ? Guid.CreateVersion7() : id };

    internal void Describe(PersonInput input)
    {
        Name = input.Name!.Trim();
        FoldedName = Name.Folded();
        Function = Blank(input.Function);
        Email = Blank(input.Email);
        Phone = Blank(input.Phone);
        (SideKind, SideId) = (input.Side?.Kind, input.Side?.Id);
    }

    internal void SignInAs(Guid accountId, string email)
    {
        AccountId = accountId;
        Email ??= email;
    }

    /// <summary>Takes over what only the other row knew; what both know stays as it is here.</summary>
    internal void TakeOver(Person other)
    {
        Function ??= other.Function;
        Email ??= other.Email;
        Phone ??= other.Phone;
        AccountId ??= other.AccountId;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Days on which a person is away, and who covers for them.</summary>
public sealed class Absence : ICompanyOwned
{
    private Absence()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid PersonId { get; private set; }

    public DateOnly From { get; private init; }

    /// <summary>The last day away.</summary>
    public DateOnly Until { get; private init; }

    /// <summary>Who does the work meanwhile; null when nobody was named.</summary>
    public Guid? CoveredById { get; private set; }

    public bool Holds(DateOnly day) => From <= day && day <= Until;

    internal static Absence Create(Guid personId, DateOnly from, DateOnly until, Guid? coveredById) => new() { PersonId = personId, From = from, Until = until, CoveredById = coveredById };

    internal void MoveTo(Guid personId) => PersonId = personId;

    internal void CoverBy(Guid? personId) => CoveredById = personId == PersonId ? null : personId;
}
