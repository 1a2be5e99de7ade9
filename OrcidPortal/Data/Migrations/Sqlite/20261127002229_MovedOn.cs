using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OrcidPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MovedOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Corrections_SourceMovedOn_Id",
                table: "Corrections",
                columns: new[] { "SourceMovedOn", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Corrections_SourceMovedOn_Id",
                table: "Corrections");
        }
    }
}
