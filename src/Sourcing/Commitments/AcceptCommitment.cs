using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Who accepted a version of a commitment for the other side, and when.</summary>
public sealed class AcceptanceInput
{
    public Guid CommitmentId { get; set; }

    public int VersionNumber { get; set; }

    public string? By { get; set; }

    public DateOnly? On { get; set; }
}

/// <summary>Writes down that the other side accepted a version: from an internal target it becomes an agreed commitment.</summary>
public sealed class AcceptCommitment(Db db)
{
    public async Task RunAsync(AcceptanceInput input, CancellationToken token)
    {
        if (string.IsNullOrWhiteSpace(input.By) || input.By.Length > CommitmentVersion.MaxPersonLength)
        {
            throw new Refused(Texts.Commitment_AgreedByMissing, nameof(AcceptanceInput.By));
        }

        var on = input.On ?? throw new Refused(Texts.Commitment_AgreedOnMissing, nameof(AcceptanceInput.On));
        var commitment = await db.Set<Commitment>().Include(row => row.Versions).SingleOrDefaultAsync(row => row.Id == input.CommitmentId, token) ?? throw new NotFound();
        var version = commitment.Versions.SingleOrDefault(row => row.Number == input.VersionNumber) ?? throw new NotFound();
        version.Accept(input.By, on);
        db.Record("CommitmentAccepted", commitment.Ref, new { commitment.Name, Version = version.Number, By = version.AgreedBy, On = on.ToString("O", System.Globalization.CultureInfo.InvariantCulture) });
        await db.SaveChangesAsync(token);
    }
}
