namespace Pupitre.Dev;

/// <summary>What the commands need from the machine: installed from Debian's packages for root, asked for by name otherwise.</summary>
internal static class Needs
{
    private static bool _isListFresh;

    public static bool IsRoot => Environment.UserName == "root";

    public static void Node()
    {
        if (Directory.Exists("web") && !Exists("npm"))
        {
            Install("nodejs", "npm");
        }
    }

    public static void Chromium()
    {
        // Without windows it looks at as many pages in half the time; the other one will do.
        const string quick = "chromium-headless-shell";
        var isEnough = Exists(quick) || (!IsRoot && Exists("chromium"));
        if (!isEnough && Environment.GetEnvironmentVariable("PUPITRE_CHROMIUM") is null)
        {
            Install(quick);
        }
    }

    /// <summary>A mail server, which the tests start for themselves. Where it cannot be had they skip what needs it, and say so.</summary>
    public static void Dovecot()
    {
        if (OperatingSystem.IsWindows() || File.Exists("/usr/sbin/dovecot"))
        {
            return;
        }

        try
        {
            Install("dovecot-imapd");
        }
        catch (StepFailed failure)
        {
            Console.WriteLine(failure.Message.Split('\n')[^1]);
        }
    }

    /// <summary>Folder of PostgreSQL's programs.</summary>
    public static string Postgres()
    {
        if (Newest() is null)
        {
            Install("postgresql");
        }

        return Newest() ?? throw new StepFailed("PostgreSQL was installed, but its programs are not in /usr/lib/postgresql.");
    }

    private static string? Newest() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(folder => folder + "/bin").Where(bin => File.Exists(bin + "/initdb")).Order().LastOrDefault()
        : null;

    private static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private static void Install(params string[] packages)
    {
        if (!IsRoot)
        {
            throw new StepFailed($"Missing on this machine: {string.Join(", ", packages)}. Install it (on Debian: sudo apt-get install {string.Join(' ', packages)}) and try again.");
        }

        if (!_isListFresh)
        {
            Shell.Must("package list", "apt-get", ["update", "-qq"]);
            _isListFresh = true;
        }

        Shell.Must("install " + string.Join(' ', packages), "apt-get", ["install", "-y", "-qq", "--no-install-recommends", .. packages]);
    }
}
