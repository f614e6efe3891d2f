using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Notices.Deposits;

/// <summary>
/// Makes a deposit link for one of a provider's people and one contract, or renews one that they had, and mails it. A renewed link has a
/// new secret; those before cease to work.
/// </summary>
internal sealed class MakeDepositLink(Db db, Tenant tenant, IClock clock, DepositEnd end, DepositLinkMail mail)
{
    private const int MaxMessageLength = 2000;

    /// <summary>The contract, who of its provider can be asked, and until when at the latest.</summary>
    /// <param name="renewed">The link that is renewed; null for a new one.</param>
    /// <exception cref="NotFound">There is no such contract, or no such link of it.</exception>
    public async Task<DepositLinkForm> PrepareAsync(Guid contractId, Guid? renewed, CancellationToken token)
    {
        var contract = await db.Set<Contract>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == contractId, token)
            ?? throw new NotFound();
        var link = renewed is not { } id ? null
            : await db.Set<DepositLink>().SingleOrDefaultAsync(row => row.Id == id && row.ContractId == contractId, token)
                ?? throw new NotFound();
        var people = await db.Set<Person>().AsNoTracking().Where(row => row.SideKind == Provider.Kind && row.SideId == contract.ProviderId
            && row.Email != null && (link == null || row.Id == link.PersonId)).OrderBy(row => row.FoldedName).ToListAsync(token);
        var last = await end.LastDayAsync(contract, token);
        return new DepositLinkForm(contract, link, people, end.Today, last, new DepositLinkInput
        {
            PersonId = people is [var only] ? only.Id : null,
            Until = end.Usual(last),
        });
    }

    /// <param name="address">The program's own address, for the link.</param>
    /// <returns>The link, to hand over where no mail server sends it.</returns>
    /// <exception cref="Refused">Nobody is chosen, or the last day cannot be.</exception>
    public async Task<string> RunAsync(Guid contractId, Guid? renewed, DepositLinkInput input, string address, CancellationToken token)
    {
        var form = await PrepareAsync(contractId, renewed, token);
        if (form.IsOver)
        {
            throw new Refused(Texts.Deposit_ContractOver);
        }

        var person = form.People.FirstOrDefault(row => row.Id == input.PersonId)
            ?? throw new Refused(Texts.Deposit_Nobody, nameof(input.PersonId));
        var until = Checked(form, input);
        var now = clock.GetCurrentInstant();
        var link = form.Renewed;
        if (link is null)
        {
            link = DepositLink.Make(form.Contract, person, until, now, tenant.AccountId);
            db.Add(link);
        }
        else
        {
            link.Renew(person, until, now, tenant.AccountId);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(token);
        var sent = await mail.SendAsync(link, form.Contract.Title, input.Message, address, token);
        db.Record(renewed is null ? "DepositLinkMade" : "DepositLinkRenewed", link.Ref, new
        {
            link.ContractId,
            form.Contract.Title,
            By = person.Name,
            Until = until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return sent;
    }

    private static DateOnly Checked(DepositLinkForm form, DepositLinkInput input)
    {
        if (input.Message?.Length > MaxMessageLength)
        {
            throw new Refused(Texts.Dispute_TooLong.With(MaxMessageLength), nameof(input.Message));
        }

        return input.Until switch
        {
            null => throw new Refused(Texts.Deposit_UntilMissing, nameof(input.Until)),
            { } day when day < form.Today => throw new Refused(Texts.Deposit_UntilPast, nameof(input.Until)),
            { } day when day > form.Latest => throw new Refused(
                form.Last <= form.Latest ? Texts.Deposit_UntilAfterEnd.With(Moments.Long(form.Latest))
                    : Texts.Deposit_UntilTooLong.With(DepositLink.MaxMonths, Moments.Long(form.Latest)),
                nameof(input.Until)),
            { } day => day,
        };
    }
}

/// <summary>What a link can be made of.</summary>
/// <param name="Renewed">The link that is renewed; null for a new one.</param>
/// <param name="Last">The last day that the contract allows; null while no end of it is known.</param>
internal sealed record DepositLinkForm(
    Contract Contract, DepositLink? Renewed, IReadOnlyList<Person> People, DateOnly Today, DateOnly? Last, DepositLinkInput Input)
{
    /// <summary>The latest day that can be chosen.</summary>
    public DateOnly Latest => Today.AddMonths(DepositLink.MaxMonths) is var most && Last < most ? Last.Value : most;

    /// <summary>Whether nothing is taken for the contract any more.</summary>
    public bool IsOver => Contract.IsArchived || Last < Today;
}

/// <summary>Who may hand over, until when, and what is said to them.</summary>
public sealed class DepositLinkInput
{
    public Guid? PersonId { get; set; }

    public DateOnly? Until { get; set; }

    public string? Message { get; set; }
}
