using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Edits;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ContractLife.Terms;

/// <summary>What is typed for the letter of notice; whatever is left empty stays a visible gap in it.</summary>
public sealed class NoticeLetterInput
{
    public Guid ContractId { get; set; }

    [StringLength(NoticeLetter.MaxAddressLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? OwnAddress { get; set; }

    [StringLength(NoticeLetter.MaxAddressLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? ProviderAddress { get; set; }

    [StringLength(NoticeLetter.MaxLineLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Reference { get; set; }

    [StringLength(NoticeLetter.MaxClauseLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Clause { get; set; }

    [StringLength(NoticeLetter.MaxLineLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Signatory { get; set; }

    [StringLength(NoticeLetter.MaxLineLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? SignatoryFunction { get; set; }

    [StringLength(NoticeLetter.MaxLineLength, ErrorMessageResourceType = typeof(Texts),
        ErrorMessageResourceName = nameof(Texts.Input_TooLong))]
    public string? Place { get; set; }

    public DateOnly? Date { get; set; }

    /// <summary>Version that the form was filled from; 0 for the first one.</summary>
    public long Version { get; set; }
}

/// <summary>Keeps what the letter of notice says, and puts the letter together from it.</summary>
internal sealed class DraftNoticeLetter(Db db, Tenant tenant, ReadDecisionDates read)
{
    /// <summary>The contract with its letter as it stands: three queries.</summary>
    public async Task<DraftedLetter> PrepareAsync(Guid contractId, CancellationToken token)
    {
        var found = await db.Set<Contract>().AsNoTracking().Where(row => row.Id == contractId)
            .Join(db.Set<Provider>(), row => row.ProviderId, row => row.Id, (contract, provider) => new { contract, provider })
            .SingleOrDefaultAsync(token) ?? throw new NotFound();
        var letter = await db.Set<NoticeLetter>().AsNoTracking().SingleOrDefaultAsync(row => row.ContractId == contractId, token);
        var term = read.TermOf(found.contract, await read.MadeAsync(contractId, token));
        return new DraftedLetter(found.contract, found.provider, tenant.Company, term, letter);
    }

    public static NoticeLetterInput InputOf(DraftedLetter drafted) => new()
    {
        ContractId = drafted.Contract.Id,
        OwnAddress = drafted.Letter?.OwnAddress,
        ProviderAddress = drafted.Letter?.ProviderAddress,
        Reference = drafted.Letter?.Reference,
        Clause = drafted.Letter?.Clause,
        Signatory = drafted.Letter?.Signatory,
        SignatoryFunction = drafted.Letter?.SignatoryFunction,
        Place = drafted.Letter?.Place,
        Date = drafted.Letter?.Date,
        Version = drafted.Letter?.Version ?? 0,
    };

    /// <exception cref="Refused">The contract ends by itself, or the day is none that is believed.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the letter since the form was opened.</exception>
    public async Task RunAsync(NoticeLetterInput input, CancellationToken token)
    {
        var contract = await db.Set<Contract>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.ContractId, token)
            ?? throw new NotFound();
        if (!NoticeLetter.Ends(contract))
        {
            throw new Refused(Texts.Letter_NotNeeded);
        }

        if (input.Date is { } day)
        {
            LikelyDays.Require(day, nameof(input.Date));
        }

        var letter = await db.Set<NoticeLetter>().SingleOrDefaultAsync(row => row.ContractId == input.ContractId, token);
        if ((letter?.Version ?? 0) != input.Version)
        {
            throw new DbUpdateConcurrencyException("Somebody saved the letter since the form was opened.");
        }

        if (letter is null)
        {
            db.Add(letter = NoticeLetter.Create(contract.Id));
        }

        letter.Describe(input);
        db.Record("NoticeLetterDrafted", new SubjectRef(ContractDecision.Kind, letter.Id),
            new { ContractId = contract.Id, contract.Title });
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateException twice) when (Db.IsTwice(twice))
        {
            throw new DbUpdateConcurrencyException("Somebody saved the letter at the same moment.", twice);
        }
    }
}

/// <summary>All that is known for a letter of notice.</summary>
/// <param name="Term">The term that it ends; null where that cannot be told, and for a contract without a term.</param>
/// <param name="Letter">Null while nothing was typed.</param>
internal sealed record DraftedLetter(Contract Contract, Provider Provider, Company Company, DecisionTerm? Term, NoticeLetter? Letter);
