using MimeKit;
using MimeKit.Cryptography;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// Looks whether the signature of the sender's server fits. One of the sender's own domain counts before any other; one that fits settles
/// it, and without its key nothing is said either way.
/// </summary>
internal sealed class VerifyDkim(IDkimPublicKeyLocator keys)
{
    /// <summary>Signatures of one message that are looked at: each asks for a key.</summary>
    public const int MaxSignatures = 3;

    public async Task<DkimFinding> RunAsync(MimeMessage message, string? sender, CancellationToken token)
    {
        var verifier = new DkimVerifier(keys);
        var found = DkimFinding.None;
        foreach (var (header, domain) in message.Headers.Where(header => header.Id == HeaderId.DkimSignature)
            .Select(header => (header, DomainOf(header.Value))).OrderByDescending(pair => IsOf(pair.Item2, sender)).Take(MaxSignatures))
        {
            var state = await StateAsync(verifier, message, header, token);
            found = found.State == DkimState.Absent || state == DkimState.Passed ? new DkimFinding(state, domain) : found;
            if (state == DkimState.Passed)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Whether a signature's domain is that of an address, or one above it.</summary>
    public static bool IsOf(string? domain, string? address) => domain is { Length: > 0 } && address is not null
        && (address.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase)
            || address.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));

    private static async Task<DkimState> StateAsync(DkimVerifier verifier, MimeMessage message, Header header, CancellationToken token)
    {
        try
        {
            return await verifier.VerifyAsync(message, header, token) ? DkimState.Passed : DkimState.Failed;
        }
        catch (Exception problem) when (problem is FormatException or IOException or NotSupportedException or KeyNotHad
            or ArgumentException or Org.BouncyCastle.Security.GeneralSecurityException)
        {
            return DkimState.Unverifiable;
        }
    }

    private static string? DomainOf(string signature) => signature.Split(';').Select(part => part.Trim())
        .Where(part => part.StartsWith("d=", StringComparison.OrdinalIgnoreCase)).Select(part => part[2..].Trim()).FirstOrDefault();
}

/// <summary>The key of a signature could not be had.</summary>
public sealed class KeyNotHad(string name) : Exception(name);
