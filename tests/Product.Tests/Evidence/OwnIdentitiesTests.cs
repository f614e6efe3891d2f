using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>When the subject of a paper is this company.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class OwnIdentitiesTests
{
    [Theory]
    [InlineData("Atelier des Quais", null, "ATELIER DES QUAIS SAS", IdentityAnswer.Ours)]
    [InlineData("Atelier des Quais", null, "S.A.R.L. Atelier des Quais", IdentityAnswer.Ours)]
    [InlineData("Établissements Durand", null, "DURAND SARL", IdentityAnswer.Ours)]
    [InlineData("Atelier des Quais", null, "Atelier des Quais 12 rue du Port 44000 Nantes", IdentityAnswer.Ours)]
    [InlineData("Atelier des Quais", null, "Atelier des Quais Holding", IdentityAnswer.Other)]
    [InlineData("Atelier des Quais", null, "AUTRE SOCIETE SA", IdentityAnswer.Other)]
    [InlineData("Atelier des Quais", "552100554", "Atelier des Quais", IdentityAnswer.Ours)]
    [InlineData("Atelier des Quais", "552100554", "AUTRE SOCIETE SA", IdentityAnswer.NothingToCompare)]
    [InlineData("Atelier des Quais", null, null, IdentityAnswer.Unread)]
    [InlineData("Atelier des Quais", null, "  ", IdentityAnswer.Unread)]
    public void A_name_is_told_by_the_words_that_distinguish_it(string own, string? number, string? read, IdentityAnswer answer) =>
        new OwnIdentities(Company.Create(own, "quais", "metropole", "Europe/Paris", Instant.FromUtc(2026, 1, 1, 0, 0))).Compare(number, read).ShouldBe(answer);

    [Theory]
    [InlineData("73282932000025", "732829320")]
    [InlineData("732 829 320", "732829320")]
    [InlineData("73282932", null)]
    [InlineData("ABC", null)]
    [InlineData(null, null)]
    public void A_siret_counts_by_its_siren(string? number, string? siren) => OwnIdentities.SirenOf(number).ShouldBe(siren);
}
