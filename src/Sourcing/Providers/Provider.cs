using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Sourcing.Providers;

/// <summary>Somebody outside the company who does administrative work for it (prestataire): an accountant, a payroll bureau.</summary>
public sealed class Provider : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a provider in the ledger and elsewhere.</summary>
    public const string Kind = "provider";

    public const int MaxNameLength = 120;
    public const int MaxEmailLength = 254;
    public const int MaxPhoneLength = 40;
    public const int MaxNoteLength = 2000;
    public const int MaxContacts = 20;

    private readonly List<ProviderContact> _contacts = [];

    private Provider()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>SIREN, nine digits, or null. Its key may be wrong: that is shown as a warning.</summary>
    public string? Siren { get; private set; }

    /// <summary>Address to which the company writes: requests for proof go there.</summary>
    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    public string? Note { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    public bool IsArchived => ArchivedAt is not null;

    public IReadOnlyList<ProviderContact> Contacts => _contacts;

    public SubjectRef Ref => new(Kind, Id);

    internal static Provider Create(Guid id) => new() { Id = id == Guid.Empty ? Guid.CreateVersion7() : id };

    internal void Describe(ProviderInput input)
    {
        Name = input.Name!.Trim();
        Siren = Kernel.Siren.Normalize(input.Siren);
        Email = Blank(input.Email);
        Phone = Blank(input.Phone);
        Note = Blank(input.Note);
    }

    /// <summary>Keeps these persons as its contacts, in this order.</summary>
    internal void BeReachedBy(IReadOnlyList<(Person Person, ContactDuty Duty)> people)
    {
        _contacts.RemoveAll(known => people.All(item => item.Person.Id != known.PersonId));
        foreach (var (place, (person, duty)) in people.Index())
        {
            var contact = _contacts.Find(known => known.PersonId == person.Id);
            if (contact is null)
            {
                contact = ProviderContact.Create(Id, person);
                _contacts.Add(contact);
            }

            contact.StandAt(place, duty);
        }
    }

    internal void Archive(Instant now) => ArchivedAt ??= now;

    internal void Restore() => ArchivedAt = null;

    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A person at a provider to whom the company turns.</summary>
public sealed class ProviderContact : ICompanyOwned
{
    private ProviderContact()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid ProviderId { get; private init; }

    public Guid PersonId { get; private set; }

    public Person Person { get; private set; } = null!;

    /// <summary>Place in the list, from 0.</summary>
    public int Place { get; private set; }

    /// <summary>What they are turned to for.</summary>
    public ContactDuty Duty { get; private set; }

    internal static ProviderContact Create(Guid providerId, Person person) => new() { ProviderId = providerId, PersonId = person.Id, Person = person };

    internal void StandAt(int place, ContactDuty duty) => (Place, Duty) = (place, duty);

    internal void TurnTo(Guid personId) => PersonId = personId;
}
