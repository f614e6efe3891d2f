using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sample.Files;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>A company that handed over its payroll and its accounts, and the papers that it receives.</summary>
internal static class PlacingCompany
{
    public const string Drop = "file-drop form";

    /// <summary>The company's own SIREN, and another's.</summary>
    public const string OwnSiren = "732829320";
    public const string OtherSiren = "552100554";

    private const string FirstRun = "form:has([name='Input.Tiles[0].ProviderName'])";

    /// <summary>Signs in, sets the company up in one page, and opens its evidence.</summary>
    public static async Task<TestBrowser> OpenAsync(RunningPupitre pupitre, TestCompany company, string language = "fr", bool knowsSiren = true)
    {
        var browser = pupitre.Browser(language);
        await browser.SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/first-run");
        await browser.SendAsync(FirstRun, ("Input.Tiles[0].ProviderName", "Cabinet Orvault"), ("Input.Tiles[1].ProviderName", "Bureau Talmont"), ("Input.Profile.PayDay", "28"), ("Input.Profile.VatDay", "21"));
        if (knowsSiren)
        {
            await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Companies.Where(row => row.Id == company.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Siren, OwnSiren)));
        }

        return await browser.OpenAsync($"/{company.Slug}/evidence");
    }

    public static Task<Guid> CommitmentAsync(this RunningPupitre pupitre, TestCompany company, int template) => pupitre.InsideAsync(company, services =>
        services.GetRequiredService<Db>().Set<Commitment>().Where(row => row.TemplateNumber == template).Select(row => row.Id).SingleAsync());

    public static Task<List<OccurrenceProof>> ProofsAsync(this RunningPupitre pupitre, TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<OccurrenceProof>().AsNoTracking().OrderBy(row => row.Id).ToListAsync());

    public static async Task<List<OccurrenceProof>> LiveProofsAsync(this RunningPupitre pupitre, TestCompany company) =>
        [.. (await pupitre.ProofsAsync(company)).Where(proof => proof.WithdrawnAt is null)];

    public static Task<List<EvidenceFile>> FilesAsync(this RunningPupitre pupitre, TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceFile>().AsNoTracking().OrderBy(row => row.Id).ToListAsync());

    /// <summary>Drops a file on a due date.</summary>
    public static async Task<TestBrowser> DropOnAsync(this TestBrowser browser, TestCompany company, Guid commitment, string key, string name, byte[] content, params (string Name, string Value)[] fields)
    {
        await browser.OpenAsync($"/{company.Slug}/evidence");
        return await browser.DropAsync(Drop, [(name, content)], [("commitment", commitment.ToString()), ("occurrence", key), .. fields]);
    }

    public static byte[] Note(string text) => [1, 2, 3, .. Encoding.UTF8.GetBytes(text)];

    /// <summary>A certificate of the payroll return of a month, for the company of a SIRET.</summary>
    public static byte[] Certificate(string siren, string company = "Atelier des Quais", string month = "septembre 2026", string deposited = "14/10/2026 à 09:31:05") => PdfPaper.Write(
        "net-entreprises.fr - Déclaration sociale nominative (DSN)", "Certificat de conformité",
        ["Déclarant : Bureau Talmont, SIREN 443061841", $"Entreprise : {company}", $"SIRET : {siren}00025", $"Mois principal déclaré : {month}", $"Date de dépôt : {deposited}", "Identifiant du flux : 20260912345678"],
        new DateTimeOffset(2026, 10, 14, 0, 0, 0, TimeSpan.Zero));

    /// <summary>A mail that the company's own server took in when <paramref name="received"/> says.</summary>
    public static byte[] Mail(string subject, string received, string date = "Mon, 12 Oct 2026 10:00:00 +0200", string text = "Bonjour") => Encoding.UTF8.GetBytes(
        $"Received: from mx.talmont.example by mail.quais.example; {received}\r\nFrom: paie@talmont.example\r\nTo: nous@quais.example\r\nSubject: {subject}\r\nDate: {date}\r\n\r\n{text}\r\n");
}
