using Microsoft.EntityFrameworkCore;
using Pupitre.Diagrams;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Targets;
using Pupitre.Sample;
using Pupitre.Sample.World;

namespace Pupitre.Processes.Sample;

/// <summary>Draws accounting as the owner listed its steps before the events told: a check between recording and paying that nobody makes.</summary>
internal sealed class DrawFirstIdea(Db db, DrawTarget draw) : ISampleChapter
{
    private const string Company = "Entreprise";
    private const string Firm = "Cabinet comptable";

    private static readonly IReadOnlyList<ProcessStep> _steps =
    [
        new("recue", "Facture reçue par courriel", Company, [new("enregistree")]),
        new("enregistree", "Facture enregistrée", Firm, [new("controlee")]),
        new("controlee", "Bon à payer donné", Company, [new("reglee", 90, "d’accord"), new("recue", 10, "à refaire")]),
        new("reglee", "Facture réglée", Company, []),
    ];

    public int Order => 245;

    public async Task TellAsync(SampleWorld world, CancellationToken token)
    {
        var accounting = await db.Set<Process>().Where(row => row.Domain == Domain.Accounting).Select(row => row.Id).SingleAsync(token);
        await draw.RunAsync(accounting, _steps, token);
    }
}
