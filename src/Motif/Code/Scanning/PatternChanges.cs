using Motif.Catalog;
using Motif.Code.Patterns;

namespace Motif.Code.Scanning;

/// <summary>What a scan changes in the catalogue.</summary>
internal sealed class PatternChanges
{
    private readonly List<PatternWrite> _writes = [];
    private readonly List<PatternGroup> _kept = [];
    private readonly HashSet<Guid> _ids = [];

    public IReadOnlyList<PatternWrite> Writes => _writes;

    /// <summary>The groups that stand in the catalogue after the scan.</summary>
    public IReadOnlyList<PatternGroup> Kept => _kept;

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Retired { get; private set; }

    public bool IsKept(Guid patternId) => _ids.Contains(patternId);

    public void Keep(PatternGroup group)
    {
        _kept.Add(group);
        _ids.Add(group.PatternId);
    }

    public void Add(PatternWrite write)
    {
        _writes.Add(write);
        Added++;
    }

    public void Change(PatternWrite write)
    {
        _writes.Add(write);
        Changed++;
    }

    public void Retire(PatternWrite write, bool isRetired)
    {
        _writes.Add(write);
        Retired += isRetired ? 1 : 0;
        Changed += isRetired ? 0 : 1;
    }
}
