namespace Pupitre.Recognition.Contents;

/// <summary>Whom a paper names, and where that was read.</summary>
/// <param name="Number">SIREN or SIRET, digits alone; null when only a name stands there.</param>
/// <param name="Name">As written; null when only a number stands there.</param>
/// <param name="From">The place that says it.</param>
public sealed record ReadIdentity(string? Number, string? Name, IdentityPlace From);

/// <summary>Where an identity was read.</summary>
public enum IdentityPlace
{
    /// <summary>Beside a word that says whose paper it is: entreprise, établissement, client, titulaire.</summary>
    Label,

    /// <summary>The only number of a paper that an authority wrote.</summary>
    OnlyNumber,

    /// <summary>The name that the law gives to an accounting file.</summary>
    FileName,

    /// <summary>A field of a structured document: account holder, buyer.</summary>
    Field,
}

/// <summary>The two sides that a paper names.</summary>
/// <param name="Subject">The company that it is about: declared for, holder of the account, invoiced.</param>
/// <param name="Provider">Who declared, sent or sold.</param>
internal sealed record ReadIdentities(ReadIdentity? Subject, ReadIdentity? Provider)
{
    public static readonly ReadIdentities None = new(null, null);
}
