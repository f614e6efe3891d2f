using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.TwoSides.Sides;

/// <summary>
/// Where the parts of a provider's side lead: to pages of the company for whoever is signed in, to one page for whoever has a link.
/// </summary>
public abstract record SideLinks
{
    public abstract string Home { get; }

    public abstract string Commitment(Guid id);

    public abstract string Thing(Contested key);

    public abstract string Dispute(Guid id);

    /// <summary>Where a closed month is downloaded.</summary>
    public abstract string Statement(Guid id, string format);

    /// <summary>Where a claimed credit is agreed to.</summary>
    public abstract string AgreeToCredit(Guid id);

    /// <summary>Where a paper of a dispute is; null where only its name is shown.</summary>
    public virtual Func<Guid, string>? FileOf(Guid dispute) => null;
}

/// <summary>Addresses below a company.</summary>
/// <param name="Root">"/acme/providers/…/side".</param>
internal sealed record PageSideLinks(string Root) : SideLinks
{
    public override string Home => Root;

    public override string Commitment(Guid id) => $"{Root}/commitments/{id}";

    public override string Thing(Contested key) => $"{Root}/commitments/{key.CommitmentId}/{Uri.EscapeDataString(key.Obligation)}";

    public override string Dispute(Guid id) => $"{Root}/disputes/{id}";

    public override string Statement(Guid id, string format) => $"{Root}/statements/{id}/statement.{format}";

    public override string AgreeToCredit(Guid id) => $"{Root}/credits/{id}/agreement";

    public override Func<Guid, string> FileOf(Guid dispute) => file => $"{Root}/disputes/{dispute}/files/{file}";
}

/// <summary>The one address of a link.</summary>
internal sealed record SecretSideLinks(string Secret) : SideLinks
{
    public override string Home => "/disagreement?token=" + Uri.EscapeDataString(Secret);

    public override string Commitment(Guid id) => $"{Home}&commitment={id}";

    public override string Thing(Contested key) => $"{Home}&commitment={key.CommitmentId}&key={Uri.EscapeDataString(key.Obligation)}";

    public override string Dispute(Guid id) => $"{Home}&dispute={id}";

    public override string Statement(Guid id, string format) =>
        $"/disagreement/statement.{format}?token={Uri.EscapeDataString(Secret)}&statement={id}";

    public override string AgreeToCredit(Guid id) => "/disagreement/credit";
}
