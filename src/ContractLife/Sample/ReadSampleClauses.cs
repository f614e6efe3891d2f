using Microsoft.EntityFrameworkCore;
using Pupitre.ContractLife.Clauses;
using Pupitre.Platform.Data;
using Pupitre.Sample;
using Pupitre.Sample.World;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ContractLife.Sample;

/// <summary>
/// What was found in the sample company's two contracts: the accounting firm's was read to the end, the payroll bureau's in part.
/// </summary>
internal sealed class ReadSampleClauses(Db db, CheckClauses check) : ISampleChapter
{
    public int Order => 52;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        await ReadAsync(Cast.AccountingFirm, AccountingFinding, token);
        await ReadAsync(Cast.PayrollBureau, PayrollFinding, token);
    }

    private async Task ReadAsync(string provider, Func<ClauseTopic, Finding> find, CancellationToken token)
    {
        var contract = await db.Set<Contract>()
            .Join(db.Set<Provider>().Where(row => row.Name == provider), row => row.ProviderId, row => row.Id, (row, owner) => row)
            .Include(row => row.Files).AsNoTracking().SingleAsync(token);
        var input = await check.PrepareAsync(contract.Id, token);
        foreach (var line in input.Lines)
        {
            (line.State, line.Text, line.Remark, line.Page) = find(line.Topic);
            line.FileId = line.Page is null ? null : contract.Files[0].Id;
        }

        await check.RunAsync(input, token);
    }

    private static Finding AccountingFinding(ClauseTopic topic) => topic switch
    {
        ClauseTopic.Scope => Text("La mission porte sur la tenue des comptes, les déclarations de TVA et les comptes annuels."),
        ClauseTopic.Commitments => Part("Les délais sont écrits, la façon de les mesurer ne l’est pas."),
        ClauseTopic.Reversibility => new(ClauseState.Absent, null, null, null),
        ClauseTopic.DataOwnership => Text("Les documents remis par le client demeurent sa propriété."),
        ClauseTopic.AuditRight => new(ClauseState.Absent, null, null, null),
        ClauseTopic.SubProcessing => Text("Le cabinet ne recourt à aucun sous-traitant sans l’accord écrit du client."),
        ClauseTopic.GdprAssistance => Part("Rien ne dit en combien de temps une violation de données est signalée."),
        ClauseTopic.Security => new(ClauseState.NotApplicable, null, "Le cabinet n’entre dans aucun outil de l’entreprise.", null),
        ClauseTopic.Price => Text("Les honoraires sont révisés chaque année au 1er janvier."),
        ClauseTopic.Penalties => Part("Un avoir est prévu, sans plafond."),
        ClauseTopic.Term => Text(
            "La mission est conclue pour douze mois et se renouvelle par tacite reconduction, sauf dénonciation trois mois avant."),
        _ => Page(),
    };

    private static Finding PayrollFinding(ClauseTopic topic) => topic switch
    {
        ClauseTopic.Scope or ClauseTopic.Commitments or ClauseTopic.Price or ClauseTopic.Term => Page(),
        ClauseTopic.Reversibility => Part("L’historique de paie est rendu, mais dans un format propre au logiciel du bureau."),
        ClauseTopic.Confidentiality or ClauseTopic.GdprInstructions or ClauseTopic.GdprConfidentiality => Page(),
        _ => new(ClauseState.NotLooked, null, null, null),
    };

    private static Finding Page() => new(ClauseState.Present, null, null, 1);

    private static Finding Text(string text) => new(ClauseState.Present, text, null, 1);

    private static Finding Part(string missing) => new(ClauseState.Partial, null, missing, 1);

    private readonly record struct Finding(ClauseState State, string? Text, string? Remark, int? Page);
}
