using Motif.Numerics;

namespace Motif.Tests.Numerics;

public sealed class NumericsTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 7, 3)]
    [InlineData(33, 50, 41)]
    [InlineData(1030, 70, 67)]
    public void A_product_is_the_sum_in_the_order_of_k_to_the_bit(int rows, int depth, int columns)
    {
        var a = FloatMatrix.Gaussian(rows, depth, 1);
        var b = FloatMatrix.Gaussian(depth, columns, 2);

        var product = MatrixProduct.Multiply(a, b);

        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var expected = 0f;
                for (var k = 0; k < depth; k++)
                    expected = MathF.FusedMultiplyAdd(a.Row(i)[k], b.Row(k)[j], expected);
                product.Row(i)[j].ShouldBe(expected);
            }
        }
    }

    [Fact]
    public void Some_rows_are_multiplied_where_they_stand()
    {
        var a = FloatMatrix.Gaussian(40, 24, 1);
        var b = FloatMatrix.Gaussian(24, 41, 2);
        var some = new FloatMatrix(11, 41);

        MatrixProduct.MultiplyInto(a.First(30), 17, b, some);

        some.Values.ShouldBe(MatrixProduct.Multiply(a, b).Values[(17 * 41)..(28 * 41)]);
        Should.Throw<ArgumentException>(() => MatrixProduct.MultiplyInto(a.First(27), 17, b, some));
        Should.Throw<ArgumentOutOfRangeException>(() => a.First(41));
    }

    [Theory]
    [InlineData(24, 41)]
    [InlineData(384, 1500)]
    public void A_row_alone_has_the_product_that_it_has_among_others_to_the_bit(
        int depth,
        int columns
    )
    {
        var a = FloatMatrix.Gaussian(37, depth, 1);
        var b = FloatMatrix.Gaussian(depth, columns, 2);

        var all = MatrixProduct.Multiply(a, b);

        for (var i = 0; i < a.Rows; i++)
        {
            var alone = new FloatMatrix(1, depth);
            a.Row(i).CopyTo(alone.Row(0));
            MatrixProduct.Multiply(alone, b).Values.ShouldBe(all.Row(i).ToArray());
        }
    }

    [Fact]
    public void A_basis_is_orthonormal_and_leaves_dependent_columns_out()
    {
        var matrix = FloatMatrix.Gaussian(60, 4, 3);
        for (var row = 0; row < 60; row++)
            matrix.Row(row)[2] = matrix.Row(row)[0] + matrix.Row(row)[1];

        var gram = MatrixProduct.Gram(OrthonormalBasis.Of(matrix, passes: 2));

        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
                gram.Row(i)[j].ShouldBe(i == j && i != 2 ? 1 : 0, 1e-5f);
        }
    }

    [Fact]
    public void Singular_vectors_rebuild_a_matrix_of_that_rank()
    {
        const int Rank = 5;
        var dense = MatrixProduct.Multiply(
            FloatMatrix.Gaussian(80, Rank, 4),
            FloatMatrix.Gaussian(Rank, 60, 5)
        );

        var svd = RandomizedSvd.Compute(Sparse(dense), Rank, powerIterations: 3, seed: 7);

        svd.Values.ShouldBe(svd.Values.OrderDescending());
        for (var i = 0; i < dense.Rows; i++)
        {
            for (var j = 0; j < dense.Columns; j++)
            {
                var value = 0f;
                for (var k = 0; k < Rank; k++)
                    value += svd.Left.Row(i)[k] * svd.Values[k] * svd.Right.Row(j)[k];
                value.ShouldBe(dense.Row(i)[j], 2e-3f);
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_decomposition_to_the_bit()
    {
        var matrix = Sparse(FloatMatrix.Gaussian(70, 40, 6));

        var first = RandomizedSvd.Compute(matrix, 8, 2, seed: 7);
        var second = RandomizedSvd.Compute(matrix, 8, 2, seed: 7);

        second.Right.Values.ShouldBe(first.Right.Values);
        second.Values.ShouldBe(first.Values);
    }

    private static SparseMatrix Sparse(FloatMatrix dense)
    {
        var builder = new SparseMatrixBuilder(dense.Columns);
        for (var row = 0; row < dense.Rows; row++)
            builder.AddRow([.. Enumerable.Range(0, dense.Columns)], dense.Row(row));
        return builder.Build();
    }
}
