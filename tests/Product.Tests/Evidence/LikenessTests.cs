using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Intake.Tracking;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>What titles of tables are taken for, and why, on the commitments of a company that handed over payroll and accounts.</summary>
public sealed class LikenessTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task Titles_are_taken_for_what_they_resemble_and_for_nothing_else()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await PlacingCompany.OpenAsync(pupitre, company);
        var commitments = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Commitment>().AsNoTracking().Include(row => row.Versions).ToListAsync());
        var schedules = commitments.FindAll(row => row.Versions[^1].Rule.Schedule is not null);

        (string Title, int? Template)[] expected =
        [
            ("Pièces déposées", 6), ("Dépôt des pièces", 6), ("Justificatifs transmis", 6), ("Documents comptables envoyés", 6),
            ("Banque rapprochée", 8), ("Rapprochement bancaire", 8), ("Date de rapprochement de la banque", 8), ("Relevés de compte pointés", 8),
            ("Situation remise", 7), ("Situation mensuelle", 7), ("Reporting mensuel", 7), ("Monthly statement", 7),
            ("TVA déposée le", 10), ("CA3", 10), ("VAT return", 10),
            ("DSN", 3), ("Déclaration sociale nominative", 3), ("Bulletins de paie", 2), ("Fiches de paie reçues", 2), ("Feuilles de paie", 2), ("Paie", 2),
            ("Variables", 1), ("Éléments variables de paie", 1), ("EVP transmis", 1), ("FEC", 13), ("Liasse fiscale", 14),
            ("Café payé le", null), ("Commentaires", null), ("Remis le", null), ("Date d’envoi", null), ("Responsable", null), ("Mois", null), ("Effectif", null),
        ];
        var wrong = expected.Select(pair => (pair.Title, pair.Template, Found: Likeness.Of(pair.Title, schedules)))
            .Where(pair => pair.Found.Commitment?.TemplateNumber != pair.Template).Select(pair => $"{pair.Title}: {pair.Found.Commitment?.Name ?? "-"} ({pair.Found.Why(pair.Title)})").ToList();

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_reason_counts_the_words_and_what_is_not_followed_is_not_taken()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await PlacingCompany.OpenAsync(pupitre, company);
        var commitments = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Commitment>().AsNoTracking().Include(row => row.Versions).ToListAsync());
        var schedules = commitments.FindAll(row => row.Versions[^1].Rule.Schedule is not null);

        Likeness.Of("Banque rapprochée", schedules).Why("Banque rapprochée").ShouldContain("2 mots sur 3");
        var without = schedules.FindAll(row => row.TemplateNumber != 10);
        var vat = Likeness.Of("TVA", without);
        vat.Commitment.ShouldBeNull();
        vat.Kind.ShouldBe(LikenessKind.NotFollowed);
    }
}
