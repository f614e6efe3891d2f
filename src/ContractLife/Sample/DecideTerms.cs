using Microsoft.EntityFrameworkCore;
using Pupitre.ContractLife.Terms;
using Pupitre.Platform.Data;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ContractLife.Sample;

/// <summary>
/// What the sample company means to do with its two contracts: the payroll bureau's goes on; the accounting firm's, whose notice day is
/// near, waits, with its reminder written and its letter begun.
/// </summary>
internal sealed class DecideTerms(Db db, DecideContract decide, DraftNoticeLetter draft, RemindOfTerms remind) : ISampleChapter
{
    public int Order => 256;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var payroll = await decide.PrepareAsync(await ContractOfAsync(Cast.PayrollBureau, token), token);
        (payroll.Choice, payroll.Reason) = (TermChoice.Renew,
            "Les déclarations partent à l’heure et le prix n’a pas bougé : rien ne justifie un changement.");
        await decide.RunAsync(payroll, token);

        var accounting = await ContractOfAsync(Cast.AccountingFirm, token);
        await draft.RunAsync(
            new NoticeLetterInput
            {
                ContractId = accounting,
                Clause = "La mission est conclue pour douze mois. Elle se renouvelle par tacite reconduction, sauf dénonciation par lettre "
                    + "recommandée trois mois avant le terme.",
                Signatory = Cast.Owner.Name,
                SignatoryFunction = "dirigeante",
            },
            token);
        await remind.RunAsync(token);
    }

    private Task<Guid> ContractOfAsync(string provider, CancellationToken token) => db.Set<Contract>()
        .Join(db.Set<Provider>().Where(row => row.Name == provider), row => row.ProviderId, row => row.Id, (contract, owner) => contract.Id)
        .SingleAsync(token);
}
