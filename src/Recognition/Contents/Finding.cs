using NodaTime;
using Pupitre.Kernel.Commitments;

namespace Pupitre.Recognition.Contents;

/// <summary>What a file says about itself. Pure: made from its bytes alone.</summary>
public sealed record Finding
{
    /// <summary>One of <see cref="RecognisedKind"/>, or a contributed word.</summary>
    public required string Kind { get; init; }

    /// <summary>Address of a mail's sender, organisation of a certificate.</summary>
    public string? Sender { get; init; }

    public string? Subject { get; init; }

    /// <summary>The sender's own date: one side's word.</summary>
    public Instant? StatedAt { get; init; }

    /// <summary>The sender's own day, when its hour cannot be read.</summary>
    public DateOnly? StatedOn { get; init; }

    /// <summary>The moment that a third party gives.</summary>
    public Instant? ReceiptAt { get; init; }

    /// <summary>The day that a third party gives without an hour.</summary>
    public DateOnly? ReceiptOn { get; init; }

    public string? Reference { get; init; }

    /// <summary>First day of the month that it is about.</summary>
    public DateOnly? Period { get; init; }

    /// <summary>The company that it is about: declared for, holder of the account, invoiced; null when none can be read.</summary>
    public ReadIdentity? SubjectIdentity { get; init; }

    /// <summary>Who declared, sent or sold, as the paper names them.</summary>
    public ReadIdentity? ProviderIdentity { get; init; }

    /// <summary>Whose word it is when no third party gives a moment; null when its sender has to be looked up.</summary>
    public SourceClass? Word { get; init; }

    /// <summary>Numbers of the ready commitments that such a document fulfils.</summary>
    public IReadOnlyList<int> Templates { get; init; } = [];

    /// <summary>First words, as written.</summary>
    public string Text { get; init; } = "";

    /// <summary>What a person should know about it.</summary>
    public string? Note { get; init; }

    /// <summary>Files inside it, readable while the budget of their drop lives.</summary>
    public IReadOnlyList<InnerFile> Inside { get; init; } = [];
}

/// <summary>What a recogniser has to know of the company.</summary>
/// <param name="MailServers">Names of the company's own mail servers, as they write themselves into Received headers.</param>
/// <param name="Zone">Zone of dates without an offset.</param>
/// <param name="OwnDomains">Domains of the company's own addresses.</param>
public sealed record CompanyMail(IReadOnlyList<string> MailServers, IReadOnlyList<string> OwnDomains, DateTimeZone Zone)
{
    public bool IsOwnAddress(string? address) =>
        address is not null && OwnDomains.Any(domain => address.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>A server that was named, or one inside the company's own domain.</summary>
    public bool IsOwnServer(string host) => MailServers.Concat(OwnDomains).Any(server =>
        host.Equals(server, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + server, StringComparison.OrdinalIgnoreCase));
}
