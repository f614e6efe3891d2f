using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Providers;

/// <summary>Changes what is known of a provider.</summary>
public sealed class EditProvider(Db db, ContactPersons contacts)
{
    public async Task<ProviderInput> PrepareAsync(Guid id, CancellationToken token)
    {
        var input = InputOf(await FindAsync(id, token));
        input.Opened = MergeEdits.Snapshot(ProviderFields.All, input);
        return input;
    }

    private static ProviderInput InputOf(Provider provider) => new()
    {
        Id = provider.Id,
        Name = provider.Name,
        Siren = provider.Siren,
        Email = provider.Email,
        Phone = provider.Phone,
        Note = provider.Note,
        Version = provider.Version,
        Contacts = [.. provider.Contacts.OrderBy(contact => contact.Place).Select(contact => new ContactInput
        {
            Id = contact.PersonId,
            Name = contact.Person.Name,
            Role = contact.Person.Function,
            Email = contact.Person.Email,
            Phone = contact.Person.Phone,
            Duty = contact.Duty,
        })],
    };

    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the provider since the form was opened.</exception>
    public async Task<Provider> RunAsync(ProviderInput input, CancellationToken token)
    {
        var provider = await FindAsync(input.Id, token);

        // A contact is also changed, merged or erased on its own page.
        if (provider.Version != input.Version || MergeEdits.IsOutdated(ProviderFields.All, input, InputOf(provider)))
        {
            throw new DbUpdateConcurrencyException("The provider was saved since the form was opened.");
        }

        if (input.Name!.Trim().Folded() != provider.Name.Folded())
        {
            await CreateProvider.RefuseSameNameAsync(db, input, token);
        }

        provider.Describe(input);
        provider.BeReachedBy(await contacts.RunAsync(provider, input, token));
        db.Entry(provider).State = EntityState.Modified;
        db.Record("ProviderEdited", provider.Ref, new { provider.Name, provider.Siren });
        await db.SaveChangesAsync(token);
        return provider;
    }

    private async Task<Provider> FindAsync(Guid id, CancellationToken token) =>
        await db.Set<Provider>().Include(row => row.Contacts).ThenInclude(contact => contact.Person).AsSingleQuery().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
}
