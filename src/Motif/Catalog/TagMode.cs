namespace Motif.Catalog;

/// <summary>How several tags of one filter are taken. Capitals never count.</summary>
public enum TagMode
{
    /// <summary>A pattern carries one of them.</summary>
    Any,

    /// <summary>A pattern carries all of them.</summary>
    All,
}
